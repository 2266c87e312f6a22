package org.packetwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String PASTED = "src/test/resources/collected/pasted.txt";

    @TempDir
    private Path folder;

    @Test
    void printsTheLabAndListsWhatIsNotInIt() {
        Run run = Run.of("import", PASTED);

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("# title: host\n")
                .contains("ip -n host rule add pref 100 from 10.1.0.0/16 lookup 1001\n");
        assertThat(run.err().lines())
                .containsExactly(
                        "line 18: the text does not say it, so it is taken to be so: office = 1001: 100:\tfrom 10.1.0.0/16 lookup office",
                        "line 36: not understood: admin@web:~$ what else",
                        "24 lines are in the lab as the host said them; 2 are listed above.");
    }

    @Test
    void theLabOfAFileAnswersWhereAPacketGoes() {
        String lab = folder.resolve("web.sh").toString();

        assertThat(Run.of("import", PASTED, "-o", lab, "--to", "8.8.8.8", "--lang", "zh"))
                .returns(0, Run::exit)
                .returns("", Run::out)
                .satisfies(run -> assertThat(run.err()).contains("无法识别"));
        assertThat(Run.of("run", lab).out()).contains("\n8.8.8.8 via 192.0.2.1 dev eth0 src 192.0.2.10 uid 0 \n");
        assertThat(Run.of("walk", lab, "--probe", "2").out()).contains("192.0.2.10 > 8.8.8.8");
    }

    @Test
    void readsStandardInput() throws Exception {
        assertThat(Run.withInput(Files.readString(Path.of(PASTED)), "import", "-"))
                .isEqualTo(Run.of("import", PASTED));
    }

    @Test
    void refusesWhatIsNoDestinationAndWhatIsTooLarge() throws Exception {
        assertThat(Run.of("import", PASTED, "--to", "$(reboot)"))
                .isEqualTo(new Run(2, "", "packetwalk: --to $(reboot): this is no address and no name of a host\n"));

        Path huge = Files.write(folder.resolve("huge.txt"), new byte[(4 << 20) + 1]);
        assertThat(Run.of("import", huge.toString()).err())
                .endsWith("larger than 4096 KiB, which is the most that is read\n");
        assertThat(Run.withInput(Files.readString(huge), "import", "-").exit()).isEqualTo(2);
    }
}
