package dev.callboard.store;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values of records, sealed types and what they hold, by chance but the same for the same seed. A
 * type it does not know ends the test, so that whoever adds one thinks of the disk.
 */
public final class RandomValues {

  private static final Logger LOG = LoggerFactory.getLogger(RandomValues.class);

  private static final String HALF_AN_EMOJI = "\ud83c";
  private static final List<String> TEXTS =
      List.of(
          "",
          "page 12",
          "ünï \"quote\" \\ \n\t",
          "🎓",
          HALF_AN_EMOJI,
          "\u0000\u2028",
          "<!channel>");
  private static final List<String> ZONES =
      List.of("Europe/London", "Asia/Kathmandu", "UTC", "+05:30", "Z", "America/New_York");

  private final Random random;
  private final Map<Class<?>, Function<Random, Object>> simple =
      Map.ofEntries(
          Map.entry(
              String.class, r -> r.nextInt(3) == 0 ? TEXTS.get(r.nextInt(7)) : "k" + r.nextInt(99)),
          Map.entry(int.class, Random::nextInt),
          Map.entry(Integer.class, Random::nextInt),
          Map.entry(long.class, Random::nextLong),
          Map.entry(boolean.class, Random::nextBoolean),
          Map.entry(Duration.class, r -> Duration.ofSeconds(r.nextInt(), r.nextInt(1_000_000_000))),
          Map.entry(
              Instant.class, r -> Instant.ofEpochSecond(r.nextInt(), r.nextInt(1_000_000_000))),
          Map.entry(LocalDate.class, r -> LocalDate.ofEpochDay(r.nextInt(40_000))),
          Map.entry(LocalTime.class, r -> LocalTime.ofNanoOfDay(r.nextLong(86_400_000_000_000L))),
          Map.entry(ZoneId.class, r -> ZoneId.of(ZONES.get(r.nextInt(ZONES.size())))),
          Map.entry(
              URI.class, r -> URI.create("https://example.com/a%20b?q=%C3%BC&n=" + r.nextInt())));

  public RandomValues(long seed) {
    random = new Random(seed);
  }

  /** A value of one class: a record, a case of a sealed type, or something simple. */
  public Object of(Class<?> type) {
    Function<Random, Object> known = simple.get(type);
    if (known != null) {
      return known.apply(random);
    }
    if (type.isSealed()) {
      Class<?>[] cases = type.getPermittedSubclasses();
      return of(cases[random.nextInt(cases.length)]);
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[random.nextInt(constants.length)];
    }
    if (type.isRecord()) {
      return record(type);
    }
    throw new AssertionError("no example of " + type + " (expected: one in RandomValues)");
  }

  /** A record; made again when its constructor does not take what chance gave. */
  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    for (int i = 0; i < 100; i++) {
      try {
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(
            Arrays.stream(components).map(part -> part(part.getAnnotatedType())).toArray());
      } catch (InvocationTargetException refused) {
        LOG.trace("{} refused what chance gave", type, refused);
      } catch (ReflectiveOperationException exception) {
        throw new LinkageError("no constructor of " + type, exception);
      }
    }
    throw new AssertionError("no example of " + type + " is taken by its constructor");
  }

  private @Nullable Object part(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class) && random.nextBoolean()
        ? null
        : value(type.getType());
  }

  private Object value(Type type) {
    if (type instanceof Class<?> plain) {
      return of(plain);
    }
    ParameterizedType generic = (ParameterizedType) type;
    List<Object> values = several(generic.getActualTypeArguments()[0]);
    return switch (generic.getRawType().getTypeName()) {
      case "java.util.List" -> values;
      case "java.util.Set" -> new HashSet<>(values);
      case "java.util.Map" -> {
        Map<Object, Object> map = new HashMap<>();
        for (Object key : values) {
          if (!key.equals(HALF_AN_EMOJI)) { // keys are names from plans, which YAML keeps whole
            map.put(key, value(generic.getActualTypeArguments()[1]));
          }
        }
        yield map;
      }
      default -> throw new AssertionError("no example of " + type);
    };
  }

  private List<Object> several(Type type) {
    List<Object> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(value(type));
    }
    return values;
  }
}
