package org.packetwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellCommandTest {

    private static final String UP = """
            {"line":"ip netns add a"}
            {"argv":["ip","-n","a","link","set","lo","up"]}
            """;
    private static final String OK = "{\"exit\":0,\"stdout\":\"\",\"stderr\":\"\"}\n";

    @Test
    void stateLastsFromRequestToRequest() {
        Run run = json(UP + "{\"argv\":[\"ip\",\"-n\",\"a\",\"route\",\"get\",\"127.0.0.1\"]}\n");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .isEqualTo(OK + OK
                        + "{\"exit\":0,\"stdout\":\"local 127.0.0.1 dev lo src 127.0.0.1 uid 0 \\n    cache <local> \\n\","
                        + "\"stderr\":\"\"}\n");
    }

    @Test
    void aRequestCanCarryStandardInput() {
        Run run = json("{\"line\":\"grep b | wc -l\",\"stdin\":\"abc\\nxyz\\n\"}\n"
                + "{\"argv\":[\"grep\",\"it's\"],\"stdin\":\"it's so\\n\"}");

        assertThat(run.out())
                .isEqualTo("{\"exit\":0,\"stdout\":\"1\\n\",\"stderr\":\"\"}\n"
                        + "{\"exit\":0,\"stdout\":\"it's so\\n\",\"stderr\":\"\"}\n");
    }

    @Test
    void aJobRunsOnAndVirtualTimeMovesBySleep() {
        Run run = json(UP + """
                {"line":"ip netns exec a ping -c3 127.0.0.1","job":"p"}
                {"line":"sleep 1.5"}
                {"poll":"p"}
                {"line":"sleep 1.5"}
                {"poll":"p"}
                {"poll":"p"}
                """);

        String[] answers = run.out().split("\n");
        assertThat(answers[2]).isEqualTo("{\"exit\":null,\"stdout\":\"\",\"stderr\":\"\"}");
        assertThat(answers[4])
                .startsWith("{\"exit\":null,")
                .contains("icmp_seq=1 ", "icmp_seq=2 ")
                .doesNotContain("icmp_seq=3 ");
        assertThat(answers[6])
                .startsWith("{\"exit\":0,")
                .contains("icmp_seq=3 ")
                .doesNotContain("icmp_seq=2 ");
        assertThat(answers[7]).isEqualTo(OK.strip());
    }

    @Test
    void aSignalEndsAJob() {
        Run run = json(UP + """
                {"line":"ip netns exec a ping 127.0.0.1","job":"p"}
                {"signal":"TERM","job":"p"}
                {"poll":"p"}
                """);

        assertThat(run.out().split("\n")[4]).startsWith("{\"exit\":143,").contains("icmp_seq=1 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[1]",
                "{\"bad\":1}",
                "{\"line\":5}",
                "{\"argv\":[]}",
                "{\"argv\":[null]}",
                "{\"line\":\"x\",\"line\":\"y\"}",
                "{\"line\":\"x\",\"argv\":[\"x\"]}",
                "{\"line\":\"x\"} x",
                "{\"poll\":\"nope\"}",
                "{\"signal\":\"TERM\"}",
                "{\"signal\":\"ODD\",\"job\":\"j\"}",
                "{\"line\":\"true\",\"job\":\"\"}",
                "{",
                "\0"
            })
    void aMalformedRequestIsAnsweredByAnErrorLineAndNotByAnEnd(String request) {
        Run run = json(request + "\n{\"line\":\"echo on\"}\n");

        assertThat(run.exit()).isZero();
        assertThat(run.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"error\":\"")
                .endsWith("\"}");
        assertThat(run.out()).endsWith("{\"exit\":0,\"stdout\":\"on\\n\",\"stderr\":\"\"}\n");
    }

    @Test
    void aRequestOfManyMegabytesIsRefusedAndReadToItsEnd() {
        Run run = json("{\"line\":\"echo " + "x".repeat(3 << 20) + "\"}\n{\"line\":\"echo on\"}\n");

        assertThat(run.out().lines()).hasSize(2).first().asString().startsWith("{\"error\":");
    }

    @Test
    void thePromptNamesTheHost() {
        Run run = Run.withInput("ip netns add a\nip netns exec a sh\nip -br link\nexit\nexit\necho no\n", "shell");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("$ $ a $ lo ").endsWith("\na $ $ ").doesNotContain("no\n");
    }

    private static Run json(String requests) {
        return Run.withInput(requests, "shell", "--json");
    }
}
