package dev.callboard.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.callboard.chat.Audience;
import dev.callboard.chat.Block;
import dev.callboard.chat.Button;
import dev.callboard.chat.Destination;
import dev.callboard.chat.Line;
import dev.callboard.chat.Outgoing;
import dev.callboard.chat.Sighting;
import dev.callboard.chat.Span;
import dev.callboard.session.Erasure;
import dev.callboard.session.Event;
import dev.callboard.session.Recorded;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/**
 * Events and messages as JSON. A case of a sealed type is told by its simple name in {@code type};
 * what an older version wrote and this one does not know is passed over. Thread-safe.
 */
final class Codec {

  /** What a button types: there people are called by their keys. */
  private static final String LINE = "line";

  /** What somebody is called, and the id of their account beside it. */
  private static final String NAME = "name";

  private static final String ID = "id";

  /** Where words of Callboard's own stand, and nobody who may be called like one of them. */
  private static final Set<String> WORDS =
      Set.of("platform", "language", "languages", "zone", "kind", "role");

  /** What people wrote, or what quotes it. */
  private static final String TEXT = "text";

  private static final String REASON = "reason";
  private static final String LABEL = "label";
  private static final String TITLE = "title";

  private static final String TYPE = "type";
  private static final String FILE = Block.File.class.getSimpleName();
  private static final String BYTES = "base64";

  private static final List<Class<?>> SEALED =
      List.of(
          Audience.class,
          Block.class,
          Button.class,
          Destination.class,
          Event.class,
          Outgoing.class,
          Sighting.What.class,
          Span.class);

  private final JsonMapper mapper;
  private final ObjectWriter events;
  private final ObjectReader eventReader;
  private final ObjectWriter changes;
  private final ObjectReader changeReader;

  Codec() {
    mapper = mapper();
    events = mapper.writerFor(Event.class);
    eventReader = mapper.readerFor(Event.class);
    changes = mapper.writerFor(Outgoing.class);
    changeReader = mapper.readerFor(Outgoing.class);
  }

  String write(Event event) {
    return write(events, event);
  }

  Event event(String json) {
    try {
      return eventReader.readValue(json);
    } catch (JsonProcessingException exception) {
      throw new UncheckedIOException("an event from the store", exception);
    }
  }

  Recorded recorded(Chain.Line line) {
    return new Recorded(
        line.seq(), Micros.instant(line.at()), line.who(), line.via(), event(line.body()));
  }

  String write(Outgoing change) {
    return write(changes, change);
  }

  Outgoing change(String json) {
    try {
      return changeReader.readValue(json);
    } catch (JsonProcessingException exception) {
      throw new UncheckedIOException("a message from the store", exception);
    }
  }

  /** An event as it was written, without those who are to be erased. */
  String without(String event, Erasure erasure) {
    return texts(write(erasure.without(event(event))), erasure);
  }

  /** Any JSON without them, in whatever text of it they are. */
  String texts(String json, Erasure erasure) {
    try {
      return write(mapper.writer(), texts(mapper.readTree(json), erasure));
    } catch (JsonProcessingException exception) {
      throw new UncheckedIOException("something from the store", exception);
    }
  }

  private JsonNode texts(JsonNode node, Erasure erasure) {
    return switch (node) {
      case ObjectNode file when file.path(TYPE).asText().equals(FILE) && file.has(BYTES) ->
          gone(file, erasure);
      case TextNode text -> TextNode.valueOf(erasure.without(text.textValue()));
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, texts(array.get(i), erasure));
        }
        yield array;
      }
      case ObjectNode object -> {
        ObjectNode other = object.objectNode();
        object
            .properties()
            .forEach(entry -> other.set(entry.getKey(), field(object, entry.getKey(), erasure)));
        yield other;
      }
      default -> node;
    };
  }

  /** Nobody can tell who is in the bytes of a file; what it was is told in its place. */
  private JsonNode gone(ObjectNode file, Erasure erasure) {
    String name = erasure.without(file.path(NAME).asText());
    Block instead =
        new Block.Small(
            Line.of(
                name + " is gone, for somebody who may be in it was forgotten. Ask for another."));
    return mapper.valueToTree(instead);
  }

  private JsonNode field(ObjectNode object, String key, Erasure erasure) {
    if (WORDS.contains(key)) {
      return object.get(key);
    }
    if (!(object.get(key) instanceof TextNode text)) {
      return texts(object.get(key), erasure);
    }
    return TextNode.valueOf(
        switch (key) {
          case LINE -> erasure.line(text.textValue());
          case TEXT, REASON, LABEL, TITLE -> erasure.prose(text.textValue());
          case NAME -> erasure.name(text.textValue(), object.path(ID).asText());
          default -> erasure.without(text.textValue());
        });
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      String json = writer.writeValueAsString(value);
      return encodable(json)
          ? json
          : writer.with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(value);
    } catch (JsonProcessingException exception) {
      throw new UncheckedIOException("json of " + value.getClass().getSimpleName(), exception);
    }
  }

  /** Whether UTF-8 can hold it: half an emoji, cut off by somebody's length limit, it cannot. */
  private static boolean encodable(String json) {
    for (int i = 0; i < json.length(); i++) {
      if (Character.isSurrogate(json.charAt(i))) {
        if (!Character.isSurrogatePair(json.charAt(i), at(json, i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static char at(String json, int i) {
    return i < json.length() ? json.charAt(i) : ' ';
  }

  private static JsonMapper mapper() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
    for (Class<?> sealed : SEALED) {
      builder.addMixIn(sealed, Typed.class);
      for (Class<?> permitted : sealed.getPermittedSubclasses()) {
        builder.registerSubtypes(new NamedType(permitted, permitted.getSimpleName()));
      }
    }
    return builder.build();
  }

  /** How a case of a sealed type is told. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = TYPE)
  private interface Typed {}
}
