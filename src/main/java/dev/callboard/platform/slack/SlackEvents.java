package dev.callboard.platform.slack;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MemberJoinedChannelEvent;
import com.slack.api.model.event.MessageEvent;
import dev.callboard.chat.Delivery;
import dev.callboard.chat.Delivery.Route;
import dev.callboard.chat.Inbound;
import dev.callboard.chat.Inbound.Via;
import dev.callboard.chat.Person;
import dev.callboard.chat.PlaceKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Events as neutral words. What bots say, Callboard first of all, is not heard; nor is what was
 * edited, for a command is given once.
 */
final class SlackEvents {

  private final SlackPeople people;
  private final Supplier<String> bot;

  /**
   * @param bot Callboard's own account, empty while it is not known; events mostly name it
   */
  SlackEvents(SlackPeople people, Supplier<String> bot) {
    this.people = people;
    this.bot = bot;
  }

  Optional<Inbound> mention(EventsApiPayload<AppMentionEvent> payload) {
    AppMentionEvent event = payload.getEvent();
    if (event.getBotId() != null || event.getSubtype() != null || event.getEdited() != null) {
      return Optional.empty();
    }
    return said(
            payload,
            SlackPayloads.orEmpty(event.getUser()),
            SlackPayloads.orEmpty(event.getChannel()),
            SlackPayloads.orEmpty(event.getText()))
        .map(said -> command(said, PlaceKind.UNKNOWN));
  }

  Optional<Inbound> message(EventsApiPayload<MessageEvent> payload) {
    MessageEvent event = payload.getEvent();
    if (!"im".equals(event.getChannelType())
        || event.getBotId() != null
        || event.getEdited() != null) {
      return Optional.empty();
    }
    return said(
            payload,
            SlackPayloads.orEmpty(event.getUser()),
            SlackPayloads.orEmpty(event.getChannel()),
            SlackPayloads.orEmpty(event.getText()))
        .map(said -> command(said, PlaceKind.DIRECT));
  }

  Optional<Inbound> home(EventsApiPayload<AppHomeOpenedEvent> payload) {
    AppHomeOpenedEvent event = payload.getEvent();
    String tenant = tenant(payload);
    if (!"home".equals(event.getTab())
        || SlackPayloads.missing(tenant, payload.getEventId(), event.getUser())) {
      return Optional.empty();
    }
    return Optional.of(
        new Inbound.Home(
            new Delivery(SlackPayloads.key(payload.getEventId()), Route.INLINE),
            people.person(tenant, event.getUser(), null)));
  }

  /** Callboard joined a channel; nobody is to be told when nobody invited it. */
  Optional<Inbound> joined(EventsApiPayload<MemberJoinedChannelEvent> payload) {
    MemberJoinedChannelEvent event = payload.getEvent();
    String tenant = tenant(payload);
    if (SlackPayloads.missing(tenant, payload.getEventId(), event.getChannel(), event.getInviter())
        || !bot(payload).equals(event.getUser())) {
      return Optional.empty();
    }
    return Optional.of(
        new Inbound.Added(
            new Delivery(SlackPayloads.key(payload.getEventId()), Route.POSTED),
            people.person(tenant, event.getInviter(), null),
            SlackPayloads.place(tenant, event.getChannel())));
  }

  private record Said(String key, Person from, String tenant, String channel, String line) {}

  private Optional<Said> said(
      EventsApiPayload<?> payload, String user, String channel, String text) {
    String tenant = tenant(payload);
    String bot = bot(payload);
    if (SlackPayloads.missing(tenant, payload.getEventId(), user, channel) || bot.equals(user)) {
      return Optional.empty();
    }
    String line = SlackWords.line(SlackWords.withoutMention(text, bot));
    return Optional.of(
        new Said(
            SlackPayloads.key(payload.getEventId()),
            people.person(tenant, user, null),
            tenant,
            channel,
            line));
  }

  private static Inbound command(Said said, PlaceKind kind) {
    return new Inbound.Command(
        new Delivery(said.key(), Route.POSTED),
        said.from(),
        SlackPayloads.place(said.tenant(), said.channel()),
        kind,
        said.line(),
        Via.TYPED);
  }

  /**
   * In a shared channel {@code team_id} may be the other organisation; the authorization is ours.
   */
  private static String tenant(EventsApiPayload<?> payload) {
    return authorization(payload)
        .map(own ->
            SlackPayloads.tenant(
                Boolean.TRUE.equals(own.getIsEnterpriseInstall()),
                own.getEnterpriseId(),
                own.getTeamId() == null ? payload.getTeamId() : own.getTeamId()))
        .orElseGet(() -> SlackPayloads.tenant(false, null, payload.getTeamId()));
  }

  private String bot(EventsApiPayload<?> payload) {
    return authorization(payload)
        .filter(own -> Boolean.TRUE.equals(own.getIsBot()))
        .map(Authorization::getUserId)
        .orElseGet(bot);
  }

  private static Optional<Authorization> authorization(EventsApiPayload<?> payload) {
    List<Authorization> all = payload.getAuthorizations();
    return all == null || all.isEmpty() ? Optional.empty() : Optional.ofNullable(all.getFirst());
  }
}
