package dev.callboard.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import dev.callboard.platform.Adapter;
import dev.callboard.platform.PlatformContract;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The house's walls: which room may know which. */
class ArchitectureTest {

  private static final String HOUSE = "dev.callboard.";

  private static final JavaClasses ALL = new ClassFileImporter().importPackages("dev.callboard");

  private static final JavaClasses MAIN =
      ALL.that(DescribedPredicate.describe("are no tests", ArchitectureTest::isMain));

  private static boolean isMain(JavaClass type) {
    return type.getSource()
        .map(source -> Location.of(source.getUri()))
        .filter(new ImportOption.DoNotIncludeTests()::includes)
        .isPresent();
  }

  /** Room, and the rooms it may import. A row a room. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chat     | chat",
        "plan     | plan chat",
        "session  | session chat plan",
        "report   | report chat plan session",
        "command  | command chat plan session report",
        "desk     | desk chat command session plan",
        "platform | platform chat",
        "outbox   | outbox chat session platform",
        "config   | config chat platform",
        "console  | console chat command plan platform report session",
        "api      | api chat command plan platform report session",
        "store    | store chat session plan desk outbox platform console",
        "web      | web platform"
      })
  void room_importsOnlyWhatItMay(String room, String allowed) {
    String[] packages =
        Stream.of(allowed.strip().split(" +"))
            .map(name -> HOUSE + name + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(HOUSE + room.strip() + "..")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("dev.callboard..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(packages))))
        .allowEmptyShould(true)
        .check(MAIN);
  }

  @Test
  void platforms_doNotKnowEachOther() {
    slices().matching("dev.callboard.platform.(*)..").should().notDependOnEachOther().check(MAIN);
  }

  @Test
  void rooms_haveNoCycles() {
    slices().matching("dev.callboard.(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void sql_isOnlyInTheStore() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.callboard.store..")
        .and()
        .doNotHaveFullyQualifiedName("dev.callboard.Server")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..")
        .check(MAIN);
  }

  @Test
  void botFrameworkSdk_isIsolated() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.callboard.platform.teams.bf..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.microsoft.bot..", "retrofit2..")
        .check(MAIN);
  }

  @Test
  void slackSdk_isIsolated() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.callboard.platform.slack..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.slack.api..")
        .check(MAIN);
  }

  /** What nobody asked for is not loaded: only what the setting makes knows the library. */
  @Test
  void openTelemetry_isIsolated() {
    noClasses()
        .that()
        .haveNameNotMatching("dev\\.callboard\\.(OtlpTraces|TracesTest|testing\\.FakeCollector).*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.opentelemetry..")
        .check(ALL);
  }

  /** Its own store of installations leaves tokens behind when told to delete them. */
  @Test
  void boltsInstallationStores_areNotUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.slack.api.bolt.service.builtin..")
        .check(MAIN);
  }

  /**
   * The SDK's convenience for Teams fails at odd activities, reads members page by page never, and
   * makes an HTTP client a call.
   */
  @Test
  void botFrameworksConvenienceForTeams_isNotUsed() {
    noClasses()
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("com.microsoft.bot.builder.teams..")
                .or(JavaClass.Predicates.simpleName("ActivityHandler"))
                .or(JavaClass.Predicates.simpleName("TeamsConnectorClient"))
                .or(JavaClass.Predicates.simpleName("RestTeamsConnectorClient")))
        .check(MAIN);
  }

  @Test
  void time_isReadFromTheInjectedClockOnly() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(MAIN);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.callboard.Main")
        .should()
        .callMethod(InstantSource.class, "system")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .check(MAIN);
  }

  /** A test that cannot run everywhere says so by Needs, which is told, and is no way out in CI. */
  @Test
  void noTest_isDisabled() {
    assertThat(ALL)
        .flatMap(JavaClass::getMethods)
        .filteredOn(method -> method.isAnnotatedWith(Disabled.class))
        .isEmpty();
    noClasses().should().beAnnotatedWith(Disabled.class).check(ALL);
  }

  @Test
  void nobody_sleeps() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(ALL);
  }

  @Test
  void everyAdapter_isHeldToTheContract() {
    long adapters =
        MAIN.stream()
            .filter(type -> type.isAssignableTo(Adapter.class) && !type.isInterface())
            .count();
    long contracts =
        ALL.stream()
            .filter(type -> type.isAssignableTo(PlatformContract.class))
            .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
            .count();
    assertThat(contracts).isEqualTo(adapters);
  }

  @Test
  void everyPlatform_hasTheSameFiles() {
    Map<String, TreeSet<String>> suffixes = new TreeMap<>();
    List<String> wanted =
        List.of("Adapter", "Client", "Payloads", "Renderer", "Settings", "Signature");
    for (JavaClass type : MAIN) {
      String name = type.getPackageName();
      String platform = name.substring(name.lastIndexOf('.') + 1);
      if (name.equals("dev.callboard.platform." + platform)) {
        wanted.stream()
            .filter(suffix -> type.getSimpleName().equalsIgnoreCase(platform + suffix))
            .forEach(
                suffix -> suffixes.computeIfAbsent(platform, _ -> new TreeSet<>()).add(suffix));
      }
    }
    assertThat(suffixes.values()).allSatisfy(found -> assertThat(found).containsAll(wanted));
  }

  @Test
  void packages_areNullMarked() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith(NullMarked.class)
        .check(ALL);
  }
}
