package dev.callboard.console;

import dev.callboard.chat.Person;
import dev.callboard.plan.ClockFit;
import dev.callboard.plan.Library;
import dev.callboard.plan.Plan;
import dev.callboard.plan.Reading.Finding;
import dev.callboard.plan.Role;
import dev.callboard.report.digest.Digest;
import dev.callboard.report.digest.PlanChanges;
import dev.callboard.report.digest.PlanRevision;
import dev.callboard.report.digest.PlanRevision.Revised;
import dev.callboard.report.digest.Proposal;
import dev.callboard.report.page.PlanOffer;
import dev.callboard.session.Identity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * New versions of a plan by what its digest proposes, made of its file as it is now. A file has all
 * that its author wrote, so it is given to those alone whom it names and who may know all of it;
 * others of the team are given the changed segments, see {@link PlanChanges}.
 */
final class Revisions {

  private final Library plans;
  private final PlanRevision revision;

  Revisions(Library plans) {
    this.plans = plans;
    this.revision = new PlanRevision(plans::tried);
  }

  /** What came of asking for a new version. */
  sealed interface Made {
    /** It is there. */
    record Version(String name, String text) implements Made {}

    /** It is not, for this reason. */
    record Refused(int status, String sentence) implements Made {}
  }

  /**
   * What a page of a digest offers; nothing without a plan that can be changed.
   *
   * @param client that of the classes in the digest
   */
  PlanOffer offer(Digest digest, String client, Person person) {
    Optional<Plan> plan = plan(digest, client, person);
    if (plan.isEmpty() || digest.proposals().isEmpty()) {
      return PlanOffer.NOTHING;
    }
    return text(digest)
        .map(text -> offer(digest, plan.get(), text, mayHave(plan.get(), person)))
        .orElse(PlanOffer.NOTHING);
  }

  private PlanOffer offer(Digest digest, Plan plan, String text, boolean whole) {
    Revised revised = revision.apply(digest.plan(), text, digest.proposals());
    int version = digest.next(plan);
    return new PlanOffer(
        segments(revised.applied()),
        revised.left(),
        whole ? news(digest.plan(), text, revised) : clock(text, revised),
        version,
        whole || revised.applied().isEmpty()
            ? ""
            : PlanChanges.yaml(digest.plan(), version, revised.applied()));
  }

  /**
   * Makes a new version with the proposals for these segments.
   *
   * @param client that of the classes in the digest
   */
  Made make(Digest digest, String client, Person person, List<String> segments) {
    Optional<Plan> plan = plan(digest, client, person);
    Optional<String> text = text(digest);
    if (plan.isEmpty() || text.isEmpty()) {
      return new Made.Refused(404, "The plan of these classes has no sound file here any more.");
    }
    List<Proposal> wanted =
        digest.proposals().stream().filter(one -> segments.contains(one.segment())).toList();
    Revised revised = revision.apply(digest.plan(), text.get(), wanted);
    if (revised.applied().isEmpty()) {
      return new Made.Refused(
          400, sentence("Nothing would change: tick one of the proposals", revised.left()));
    }
    boolean whole = mayHave(plan.get(), person);
    if (revised.reading().usable().isEmpty()) {
      return new Made.Refused(
          400,
          sentence(
              "With these minutes the plan has mistakes: tick others",
              whole ? news(digest.plan(), text.get(), revised) : clock(text.get(), revised)));
    }
    int version = digest.next(plan.get());
    String name = digest.plan() + ".v" + version;
    return whole
        ? new Made.Version(name + ".yaml", revised.text())
        : new Made.Version(
            name + ".changes.yaml", PlanChanges.yaml(digest.plan(), version, revised.applied()));
  }

  /** The plan of today, if it is still this client's and has the person on its team. */
  private Optional<Plan> plan(Digest digest, String client, Person person) {
    return plans
        .alone(digest.plan())
        .filter(plan -> plan.clientKey().equals(client))
        .filter(plan -> leads(plan, person) || role(plan, person).filter(Role::team).isPresent());
  }

  private Optional<String> text(Digest digest) {
    return plans.text(digest.plan());
  }

  private static boolean mayHave(Plan plan, Person person) {
    Optional<Role> role = role(plan, person);
    return leads(plan, person)
        || role.filter(one -> one == Role.PRODUCER).isPresent()
        || (role.filter(one -> one == Role.DESIGNER).isPresent()
            && plan.withRole(Role.LEARNER).findAny().isEmpty());
  }

  private static boolean leads(Plan plan, Person person) {
    return plan.isLedBy(person.email());
  }

  private static Optional<Role> role(Plan plan, Person person) {
    return Identity.member(plan, person).map(member -> member.role());
  }

  private static Set<String> segments(List<Proposal> proposals) {
    Set<String> segments = new HashSet<>();
    proposals.forEach(proposal -> segments.add(proposal.segment()));
    return segments;
  }

  /** What is to be said of the new version that the file did not have before. */
  private List<String> news(String key, String text, Revised revised) {
    Set<String> before = new HashSet<>();
    plans.tried(key, text).findings().forEach(finding -> before.add(finding.message()));
    return revised.reading().findings().stream()
        .map(Finding::message)
        .filter(message -> !before.contains(message))
        .toList();
  }

  /** The same as far as it is about times; the rest may name people. */
  private static List<String> clock(String text, Revised revised) {
    List<String> before = ClockFit.of(text);
    return ClockFit.of(revised.text()).stream()
        .filter(message -> !before.contains(message))
        .toList();
  }

  private static String sentence(String beginning, List<String> reasons) {
    return String.join(". ", Stream.concat(Stream.of(beginning), reasons.stream()).toList()) + ".";
  }
}
