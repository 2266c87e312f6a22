package org.packetwalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** The walls of the house: which package may know which, and what is forbidden below the programs. */
class ArchitectureTest {

    private static final int PROGRAMS = 14;
    private static final int LAB = 9;
    private static final int SIMULATION = 7;
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(Layers.BASE);
    private static final Set<String> JAVA_BASE = new TreeSet<>(
            ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages());

    /** A call or type that is forbidden below layer {@code below}: what is meant and what to do instead. */
    private record Ban(int below, String owner, String member, String instead) {

        boolean forbids(String usedOwner, String usedMember) {
            boolean sameOwner = owner.endsWith(".*")
                    ? usedOwner.startsWith(owner.substring(0, owner.length() - 1))
                    : usedOwner.equals(owner);
            return sameOwner && (member.equals("*") || member.equals(usedMember));
        }
    }

    private static final String ORDERED = "its order differs from run to run: use List.copyOf, TreeMap, LinkedHashMap,"
            + " EnumMap or a persistent collection";
    private static final String VIRTUAL = "time and chance are arguments: use SimTime and Seed";
    private static final List<Ban> BANS = List.of(
            new Ban(PROGRAMS, "java.util.HashMap", "*", ORDERED),
            new Ban(PROGRAMS, "java.util.HashSet", "*", ORDERED),
            new Ban(PROGRAMS, "java.util.Map", "of", ORDERED),
            new Ban(PROGRAMS, "java.util.Map", "ofEntries", ORDERED),
            new Ban(PROGRAMS, "java.util.Map", "copyOf", ORDERED),
            new Ban(PROGRAMS, "java.util.Set", "of", ORDERED),
            new Ban(PROGRAMS, "java.util.Set", "copyOf", ORDERED),
            new Ban(PROGRAMS, "java.util.stream.Collectors", "toSet", ORDERED),
            new Ban(PROGRAMS, "java.util.Random", "*", VIRTUAL),
            new Ban(PROGRAMS, "java.util.concurrent.*", "*", "the core has no threads"),
            new Ban(PROGRAMS, "java.lang.Thread", "*", "the core has no threads"),
            new Ban(PROGRAMS, "java.util.Collection", "parallelStream", "the core has no threads"),
            new Ban(PROGRAMS, "java.lang.Math", "random", VIRTUAL),
            new Ban(PROGRAMS, "java.lang.System", "out", "return text; cli and desktop show it"),
            new Ban(PROGRAMS, "java.lang.System", "err", "return text; cli and desktop show it"),
            new Ban(PROGRAMS, "java.lang.System", "nanoTime", VIRTUAL),
            new Ban(PROGRAMS, "java.lang.System", "currentTimeMillis", VIRTUAL),
            new Ban(PROGRAMS, "java.lang.System", "getenv", "settings are arguments"),
            new Ban(PROGRAMS, "java.lang.System", "exit", "answer an exit code; Main ends the program"),
            new Ban(PROGRAMS, "java.time.Instant", "now", VIRTUAL),
            new Ban(PROGRAMS, "java.time.LocalDateTime", "now", VIRTUAL),
            new Ban(PROGRAMS, "java.util.UUID", "randomUUID", VIRTUAL),
            new Ban(PROGRAMS, "java.net.*", "*", "the core has no network"),
            new Ban(LAB, "java.nio.file.*", "*", "the core reads no file"),
            new Ban(LAB, "java.io.File", "*", "the core reads no file"));

    @Test
    void everyPackageUsesOnlyWhatTheTableAllows() {
        List<String> faults = CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .flatMap(ArchitectureTest::fault)
                .distinct()
                .sorted()
                .toList();

        Set<String> packages =
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        System.out.println(
                "ArchitectureTest saw " + CLASSES.size() + " classes in " + packages.size() + " packages: " + packages);
        assertThat(CLASSES.size()).isGreaterThan(150);
        assertThat(packages).hasSizeGreaterThan(10);
        assertThat(faults)
                .as("move the code to the layer that may know both, or hand in what is needed as an argument")
                .isEmpty();
    }

    @Test
    void everyPackageHasItsPlaceInTheTable() {
        assertThat(CLASSES)
                .map(JavaClass::getPackageName)
                .allMatch(name -> name.equals(Layers.BASE) || Layers.of(name).isPresent());
    }

    @Test
    void packagesHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching(Layers.BASE + ".(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void theCoreUsesNothingThatWouldMakeTwoRunsDiffer() {
        Stream<String> calls = CLASSES.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> !isEmptyCollection(access))
                .flatMap(access -> BANS.stream()
                        .filter(ban -> below(access.getOriginOwner(), ban.below))
                        .filter(ban -> ban.forbids(
                                access.getTargetOwner().getName(),
                                access.getTarget().getName()))
                        .map(ban -> access.getDescription() + ": " + ban.instead));
        Stream<String> maps = CLASSES.stream()
                .filter(type -> below(type, PROGRAMS))
                .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
                .filter(ArchitectureTest::collectsIntoHashMap)
                .map(access -> access.getDescription() + ": give a map factory, since " + ORDERED);

        assertThat(Stream.concat(calls, maps).sorted()).isEmpty();
    }

    @Test
    void decisionsHaveQueryConsideredAndOutcome() {
        List<JavaClass> decisions = CLASSES.stream()
                .filter(type -> type.getSimpleName().endsWith("Decision"))
                .toList();

        assertThat(decisions).hasSizeGreaterThanOrEqualTo(5);
        assertThat(decisions)
                .allSatisfy(type -> assertThat(components(type))
                        .extracting(RecordComponent::getName)
                        .containsExactly("query", "considered", "outcome"));
    }

    @Test
    void absenceIsNeverAnOptionalInARecord() {
        List<JavaClass> records = CLASSES.stream().filter(JavaClass::isRecord).toList();

        assertThat(records).hasSizeGreaterThan(100);
        assertThat(records)
                .allSatisfy(type -> assertThat(components(type))
                        .extracting(RecordComponent::getType)
                        .as(type.getName())
                        .isNotIn(Optional.class));
    }

    @Test
    void noClassExtendsAnotherOfOurs() {
        assertThat(CLASSES)
                .filteredOn(type -> !type.isInterface() && !type.isEnum())
                .filteredOn(type -> type.getRawSuperclass()
                        .filter(parent -> parent.getPackageName().startsWith(Layers.BASE))
                        .filter(parent -> !parent.isEnum())
                        .isPresent())
                .as("use a sealed interface and records")
                .isEmpty();
    }

    @Test
    void thereIsNoMutableStatic() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .map(field -> field.getFullName()))
                .as("make it an argument or a component")
                .isEmpty();
    }

    private static Stream<String> fault(Dependency dependency) {
        String from = dependency.getOriginClass().getPackageName();
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        String to = target.getPackageName();
        if (from.equals(Layers.BASE) || from.equals(to) || target.isPrimitive()) {
            return Stream.empty();
        }
        boolean allowed = Layers.of(from)
                .filter(layer -> to.startsWith(Layers.BASE)
                        ? Layers.of(to).filter(layer::mayUse).isPresent()
                        : JAVA_BASE.contains(to)
                                || to.startsWith("org.jspecify")
                                || layer.mayUseForeign(to)
                                || readsAWorld(layer, to))
                .isPresent();
        return allowed ? Stream.empty() : Stream.of(from + " may not use " + to + ": " + dependency.getDescription());
    }

    /**
     * The world's maps are persistent ones, so whoever reads a world compiles against them. That nobody there makes or
     * names one is checked in the sources.
     */
    private static boolean readsAWorld(Layers.Layer layer, String packageName) {
        return layer.number() > SIMULATION && packageName.equals("org.pcollections");
    }

    /** {@code Map.of()} and {@code Set.of()} without an element have no order to differ in. */
    private static boolean isEmptyCollection(JavaAccess<?> access) {
        return access.getTarget().getFullName().matches("java\\.util\\.(Map|Set)\\.of\\(\\)");
    }

    /** {@code Collectors.toMap} and {@code groupingBy} without a map factory make a hash map. */
    private static boolean collectsIntoHashMap(JavaCodeUnitAccess<?> access) {
        if (!access.getTargetOwner().getName().equals("java.util.stream.Collectors")) {
            return false;
        }
        int parameters = access.getTarget().getRawParameterTypes().size();
        return access.getTarget().getName().equals("toMap") && parameters < 4
                || access.getTarget().getName().equals("groupingBy") && parameters < 3;
    }

    private static boolean below(JavaClass type, int layer) {
        return Layers.of(type.getPackageName())
                .filter(found -> found.number() < layer)
                .isPresent();
    }

    private static List<RecordComponent> components(JavaClass type) {
        Class<?> loaded = type.reflect();
        assertThat(Modifier.isFinal(loaded.getModifiers())).isTrue();
        return Arrays.asList(loaded.getRecordComponents());
    }
}
