package org.packetwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabLessonCommandsTest {
    private static final String LAB = "where-does-127.0.0.1-go";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void checksAllLabsOfAFolderWithTheirLessons() {
        Run run = Run.of("lab", "check", "assets/labs");

        assertThat(run.out().lines()).hasSizeGreaterThanOrEqualTo(27).allMatch(line -> line.contains(": ok, "));
        assertThat(run.exit()).isZero();
    }

    @Test
    void aBrokenLessonIsToldWithFileAndLine() throws IOException {
        write("l.sh", Files.readString(Path.of("assets/labs/" + LAB + ".sh")));
        Path lesson = write(
                "l.lesson",
                Files.readString(Path.of("assets/labs/" + LAB + ".lesson")).replace("=> state DOWN", "=> state UP"));

        Run wrong = Run.of("lab", "check", folder.toString());
        Files.writeString(lesson, "minutes: 3\nhello\n");
        Run broken = Run.of("lab", "check", folder.toString(), "--json");

        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.out()).matches("(?s).*l\\.lesson:\\d+: The task is not done by its own solution\\..*");
        assertThat(broken.exit()).isEqualTo(2);
        assertThat(broken.out()).contains("\"line\": 2", "is no entry").contains("\"ok\": false");
    }

    @Test
    void aLessonWithoutAScriptAndAFolderWithoutLabsAreRefused() throws IOException {
        assertThat(Run.of("lab", "check", folder.toString()).exit()).isEqualTo(2);
        write("x.lesson", "minutes: 3\n");

        Run run = Run.of("lab", "check", folder.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).contains("x.lesson: there is no ").contains("x.sh beside it");
    }

    @Test
    void marksAClassAndSurvivesWhatOneHandsIn() throws IOException {
        write(
                "ann.sh",
                "# predict 1: 2\n# predict 2: 3\n# predict 3: 2\nip netns exec web-1 ping localhost -c 1\n"
                        + "ip -n web-1 link set lo down\nip netns exec web-1 ping -c1 -W1 127.0.0.1\n");
        write(
                "bob.sh",
                "# predict 1: 1\nfrobnicate\nip netns exec web-1 ping localhost -c 1\nip -n web-1 link set lo down\n");
        write("=cmd.sh", "\0\0\0");
        write("dan.sh", "ip netns exec web-1 ping -c1 127.0.0.1\n".repeat(600));
        Path results = folder.resolve("results.csv");

        Run run = Run.of("lab", "grade", LAB, folder.toString(), "-o", results.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(Files.readString(results).lines())
                .hasSize(5)
                .contains(
                        "name,percent,tasks,predictions,task 1,task 2,task 3,task 4,"
                                + "prediction 1,prediction 2,prediction 3,remarks",
                        "ann,100,4/4,3/3,done,done,done,done,right,right,right,",
                        "bob,42,3/4,0/3,done,done,done,open,wrong (1),none,none,line 2: not understood")
                .noneMatch(line -> line.length() > 300)
                .anyMatch(
                        line -> line.startsWith("'=cmd,0,0/4,0/3,open,open,open,open,,,,") && line.contains("not text"))
                .anyMatch(line -> line.startsWith("dan,14,1/4,0/3,") && line.contains("there is too much before it"));
    }

    @Test
    void theWholeLabCanBeHandedIn() throws IOException {
        Path handedIn = write(
                "eve.sh",
                Files.readString(Path.of("assets/labs/" + LAB + ".sh"))
                        .replaceAll("(?s)# cleanup.*", "# predict 1: 2\nip -n web-1 link set lo down\n"));

        Run run = Run.of("lab", "grade", LAB, handedIn.toString(), "--json");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("\"name\": \"eve\"", "\"tasks\": 3", "\"predictions\": 1");
    }

    @Test
    void aLessonThatDoesNotWorkMarksNobody() throws IOException {
        Path lab = write("l.sh", Files.readString(Path.of("assets/labs/" + LAB + ".sh")));
        write(
                "l.lesson",
                Files.readString(Path.of("assets/labs/" + LAB + ".lesson"))
                        .replace("on: web-1 ping -c1 127.0.0.1", "on: web-1 nmap 127.0.0.1"));
        Path handedIn = write("ann.txt", "ip -n web-1 link set lo down\n");

        Run run = Run.of("lab", "grade", lab.toString(), handedIn.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("l.lesson:10: \"nmap 127.0.0.1\" is not understood")
                .contains("lab check");
    }

    @Test
    void wrongWordsAreRefused() {
        assertThat(Run.of("lab").exit()).isEqualTo(2);
        assertThat(Run.of("lab", "grade", "no-such-lab", "x").err()).contains("no-such-lab.sh: no such file");
        assertThat(Run.of("lab", "grade", LAB).exit()).isEqualTo(2);
    }
}
