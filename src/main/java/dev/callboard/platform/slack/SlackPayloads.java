package dev.callboard.platform.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.view.View;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Delivery.Route;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Inbound.Via;
import dev.callboard.chat.Person;
import dev.callboard.chat.Place;
import dev.callboard.chat.PlaceKind;
import dev.callboard.platform.slack.Origin.Surface;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slash commands, clicks and sent forms as neutral words. What lacks a part is not heard. */
final class SlackPayloads {

  private static final Logger LOG = LoggerFactory.getLogger(SlackPayloads.class);

  private final SlackPeople people;
  private final SlackCommands commands;

  SlackPayloads(SlackPeople people, SlackCommands commands) {
    this.people = people;
    this.commands = commands;
  }

  Optional<Heard> command(SlashCommandPayload slash) {
    String tenant = tenant(slash.isEnterpriseInstall(), slash.getEnterpriseId(), slash.getTeamId());
    if (missing(
        tenant,
        slash.getChannelId(),
        slash.getUserId(),
        slash.getTriggerId(),
        slash.getCommand())) {
      return unheard(orEmpty(slash.getTriggerId()), "command");
    }
    String text = orEmpty(slash.getText());
    Origin origin =
        new Origin(
            key(slash.getTriggerId()),
            people.person(tenant, slash.getUserId(), slash.getUserName()),
            place(tenant, slash.getChannelId()),
            Surface.COMPOSER,
            slash.getTriggerId(),
            slash.getResponseUrl(),
            null);
    return Optional.of(heard(origin, commands.line(slash.getCommand(), text), Via.TYPED));
  }

  /** A click on a button that carries a line; a button that opens a page tells of its click too. */
  Optional<Heard> press(BlockActionPayload click) {
    String team = click.getTeam() == null ? null : click.getTeam().getId();
    String enterprise = click.getEnterprise() == null ? null : click.getEnterprise().getId();
    String tenant = tenant(click.isEnterpriseInstall(), enterprise, team);
    String user = click.getUser() == null ? "" : orEmpty(click.getUser().getId());
    String value = orEmpty(click.getActions().getFirst().getValue());
    String channel = orEmpty(channel(click, user));
    if (value.isBlank()) {
      return Optional.empty();
    }
    if (missing(tenant, user, channel, click.getTriggerId())) {
      return unheard(String.valueOf(click.getTriggerId()), "click");
    }
    Origin origin =
        new Origin(
            key(click.getTriggerId()),
            people.person(tenant, user, click.getUser().getUsername()),
            place(tenant, channel),
            surface(click, channel),
            click.getTriggerId(),
            click.getResponseUrl(),
            click.getView() == null ? null : click.getView().getId());
    return Optional.of(heard(origin, ButtonValue.line(value), Via.BUTTON));
  }

  /** A form that {@link SlackModal} opened. */
  Optional<Heard> submission(ViewSubmissionPayload sent) {
    View view = sent.getView();
    Optional<SlackModal.Memory> memory = SlackModal.memory(view);
    String user = sent.getUser() == null ? "" : orEmpty(sent.getUser().getId());
    if (memory.isEmpty() || missing(user, view.getId())) {
      return unheard(String.valueOf(view.getId()), "form");
    }
    SlackModal.Memory asked = memory.get();
    Person person = people.person(asked.tenant(), user, sent.getUser().getUsername());
    Origin origin =
        new Origin(
            key(view.getId() + ":" + view.getHash()),
            person,
            place(asked.tenant(), asked.channel()),
            asked.replaceable() ? Surface.OWN_MESSAGE : Surface.COMPOSER,
            String.valueOf(sent.getTriggerId()),
            asked.responseUrl(),
            view.getId());
    String line = asked.line() + " " + SlackModal.answer(view);
    return Optional.of(heard(origin, line.strip(), Via.FORM));
  }

  static Place place(String tenant, String channel) {
    return new Place("slack", tenant, channel);
  }

  static String key(String delivery) {
    return "slack:" + delivery;
  }

  /** The installation's workspace; for one that covers a whole organisation, the organisation. */
  static String tenant(boolean wide, @Nullable String enterprise, @Nullable String team) {
    String tenant = wide && enterprise != null ? enterprise : team;
    return tenant == null ? "" : tenant;
  }

  static boolean missing(@Nullable String... parts) {
    for (String part : parts) {
      if (part == null || part.isBlank()) {
        return true;
      }
    }
    return false;
  }

  static String orEmpty(@Nullable String part) {
    return part == null ? "" : part;
  }

  private static Optional<Heard> unheard(String id, String what) {
    LOG.info("{}: nothing is done at a {} without its parts", SlackIntake.shown(id), what);
    return Optional.empty();
  }

  private static Heard heard(Origin origin, String line, Via via) {
    return new Heard(
        new Inbound.Command(
            new Delivery(origin.key(), Route.INLINE),
            origin.person(),
            origin.place(),
            kind(origin.place()),
            line,
            via),
        origin);
  }

  /**
   * Answers are for the caller alone everywhere, so a chat of two people counts as one with
   * Callboard; Slack does not tell them apart.
   */
  private static PlaceKind kind(Place place) {
    return place.id().startsWith("C") || place.id().startsWith("G")
        ? PlaceKind.UNKNOWN
        : PlaceKind.DIRECT;
  }

  /** Views stand in no channel; what is done there is as private as a direct chat. */
  private static @Nullable String channel(BlockActionPayload click, String user) {
    if (click.getChannel() != null) {
      return click.getChannel().getId();
    }
    String inContainer = click.getContainer() == null ? null : click.getContainer().getChannelId();
    return inContainer == null && click.getView() != null ? user : inContainer;
  }

  private static Surface surface(BlockActionPayload click, String channel) {
    if (click.getView() != null) {
      return "home".equals(click.getView().getType()) ? Surface.HOME : Surface.MODAL;
    }
    boolean ephemeral = click.getContainer() != null && click.getContainer().isEphemeral();
    return ephemeral || channel.startsWith("D") ? Surface.OWN_MESSAGE : Surface.SHARED_MESSAGE;
  }
}
