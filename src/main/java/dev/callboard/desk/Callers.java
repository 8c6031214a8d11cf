package dev.callboard.desk;

import dev.callboard.chat.Inbound;
import dev.callboard.chat.PlaceKind;
import dev.callboard.command.Caller;
import dev.callboard.plan.Member;
import dev.callboard.plan.Role;
import dev.callboard.session.Session;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says who calls, as far as the plan and the platform tell. */
final class Callers {

  private Callers() {}

  static Caller of(Inbound.Command command, @Nullable Session session) {
    Optional<Member> member = session == null ? Optional.empty() : session.member(command.from());
    PlaceKind kind =
        command.kind() == PlaceKind.DIRECT || session == null
            ? command.kind()
            : session.rooms().kindOf(command.place());
    return new Caller(
        command.from(),
        member.map(Member::key).orElseGet(() -> Caller.stranger(command.from())),
        member.map(Member::role).orElse(Role.STRANGER),
        command.place(),
        kind);
  }
}
