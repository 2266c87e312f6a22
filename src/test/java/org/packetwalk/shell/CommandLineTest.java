package org.packetwalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ip  -n a   link                | [ip, -n, a, link]
            echo '127.0.0.1 localhost'     | [echo, 127.0.0.1 localhost]
            echo "a 'b' \\"c\\""           | [echo, a 'b' "c"]
            echo a\\ b                     | [echo, a b]
            echo ''                        | [echo, ]
            echo a'b'"c"d                  | [echo, abcd]
            echo a # comment               | [echo, a]
            echo a#b                       | [echo, a#b]
            echo 2 x                       | [echo, 2, x]
            """)
    void wordsAreSplitAsByAShell(String line, String words) {
        assertThat(only(line).words().toString()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            if true; then echo             | `"if": control flow is not supported here, only plain commands.`
            echo $HOME                     | `"$": variables and command substitution are not supported here.`
            X=1                            | `"X=1": variables are not supported here.`
            (ip link)                      | `"(": subshells and functions are not supported here.`
            cat << END                     | `"<<": here-documents are not supported here.`
            ls *.txt                       | `"*": file name patterns are not supported here; quote it.`
            echo 'a                        | Syntax error: Unterminated quoted string
            echo >                         | `Syntax error: a file name is missing after ">".`
            """)
    void whatIsNotSupportedIsRefusedByName(String line, String sentence) {
        assertThat(CommandLine.parse(line)).isEqualTo(new CommandLine.Refused(sentence.replace("```\"", "\"`\"")));
    }

    @Test
    void pipesRedirectionsAndBackgroundAreRead() {
        CommandLine.Step step =
                understood("echo x | nc -u 10.0.0.2 9 >> /tmp/f 2>/dev/null &").get(0);

        assertThat(step.background()).isTrue();
        assertThat(step.commands()).hasSize(2);
        assertThat(step.commands().get(1).words()).containsExactly("nc", "-u", "10.0.0.2", "9");
        assertThat(step.commands().get(1).redirections())
                .containsExactly(
                        new Redirection(1, Redirection.Kind.APPEND, "/tmp/f"),
                        new Redirection(2, Redirection.Kind.WRITE, "/dev/null"));
    }

    @Test
    void listsKeepTheirConditions() {
        List<CommandLine.Step> steps = understood("true && echo a || echo b; echo c");

        assertThat(steps.stream().map(CommandLine.Step::when))
                .containsExactly(
                        CommandLine.When.ALWAYS,
                        CommandLine.When.IF_DONE,
                        CommandLine.When.IF_FAILED,
                        CommandLine.When.ALWAYS);
    }

    @Test
    void anEmptyLineAndACommentAreNothing() {
        assertThat(understood("")).isEmpty();
        assertThat(understood("   # probe: x")).isEmpty();
    }

    @Property
    void everyLineIsUnderstoodOrRefusedInOneSentence(
            @ForAll
                    @Chars({'a', ' ', '\'', '"', '\\', '|', '&', ';', '<', '>', '#', '(', '$', '*', '1', '\n'})
                    @CharRange(from = 'a', to = 'c')
                    String line) {
        CommandLine parsed = CommandLine.parse(line);

        if (parsed instanceof CommandLine.Refused refused) {
            assertThat(refused.sentence()).isNotBlank().doesNotContain("\n");
        } else {
            assertThat(((CommandLine.Understood) parsed).steps())
                    .allSatisfy(step -> assertThat(step.commands()).isNotEmpty());
        }
    }

    private static List<CommandLine.Step> understood(String line) {
        assertThat(CommandLine.parse(line)).isInstanceOf(CommandLine.Understood.class);
        return ((CommandLine.Understood) CommandLine.parse(line)).steps();
    }

    private static SimpleCommand only(String line) {
        return understood(line).get(0).commands().get(0);
    }
}
