package org.packetwalk.lab;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.kernel.KernelRelease;

/** Reads labs. Whatever the bytes are, the answer is a lab or one clear sentence. */
public final class LabFile {

    /** The largest file that is read, in bytes: 1 MiB. */
    public static final int MAXIMUM_SIZE = 1 << 20;

    private static final Pattern HEAD = Pattern.compile("#\\s*([a-z]+):\\s*(.*)");
    private static final Pattern PROBE = Pattern.compile("#\\s*probe\\b.*");
    private static final Pattern CLEANUP = Pattern.compile("#\\s*cleanup\\b.*");

    private final String file;
    private final SortedMap<String, String> head = new TreeMap<>();
    private final List<LabLine> lines = new ArrayList<>();
    private final List<LabLine> cleanup = new ArrayList<>();
    private boolean inHead = true;
    private boolean cleaning;
    private boolean probe;
    private String question = "";
    private String key = "";

    private LabFile(String file) {
        this.file = file;
    }

    /**
     * Reads the bytes of a file.
     *
     * @param file its name, for messages
     * @throws LabFormatException if they are no lab
     */
    public static Lab read(String file, byte[] bytes) throws LabFormatException {
        return read(file, decode(file, bytes));
    }

    /**
     * The text of a file of a lab: of the script, or of its lesson.
     *
     * @param file its name, for messages
     * @throws LabFormatException if it is too large or no text
     */
    public static String decode(String file, byte[] bytes) throws LabFormatException {
        if (bytes.length > MAXIMUM_SIZE) {
            throw new LabFormatException(
                    file,
                    0,
                    "lab.fault.huge",
                    "The file has more than " + MAXIMUM_SIZE + " bytes. A lab has at most that.",
                    MAXIMUM_SIZE);
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new LabFormatException(
                        file,
                        lineOf(bytes, i),
                        "lab.fault.binary",
                        "The file is not text: byte " + i + " is 0. A lab is a shell script.",
                        i);
            }
        }
        return text(file, bytes);
    }

    private static int lineOf(byte[] bytes, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static String text(String file, byte[] bytes) throws LabFormatException {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(input)
                    .toString();
        } catch (CharacterCodingException e) {
            throw new LabFormatException(
                    file,
                    lineOf(bytes, input.position()),
                    "lab.fault.encoding",
                    "The file is not UTF-8: see byte " + input.position() + ". Save it as UTF-8.",
                    input.position());
        }
    }

    /**
     * Reads the text of a lab. A script that names no title has its file's name for one.
     *
     * @param file its name, for messages
     * @throws LabFormatException if it is no lab
     */
    public static Lab read(String file, String source) throws LabFormatException {
        LabFile reader = new LabFile(file);
        String[] rows = source.split("\n", -1);
        for (int i = 0; i < rows.length; i++) {
            reader.row(rows[i].strip(), i + 1);
        }
        if (reader.lines.isEmpty()) {
            throw new LabFormatException(
                    file, 0, "lab.fault.empty", "The file has no command. A lab has at least one.");
        }
        String name = name(file);
        reader.head.putIfAbsent("title", name);
        return new Lab(name, source, reader.head, reader.lines, reader.cleanup);
    }

    private static String name(String file) {
        String last = file.substring(file.lastIndexOf('/') + 1);
        return last.endsWith(".sh") ? last.substring(0, last.length() - 3) : last;
    }

    private void row(String text, int number) throws LabFormatException {
        if (text.isEmpty()) {
            probe = false;
            question = "";
            inHead = inHead && head.isEmpty();
        } else if (text.startsWith("#")) {
            comment(text, number);
        } else {
            command(text, number);
        }
    }

    private void comment(String text, int number) throws LabFormatException {
        Matcher pair = HEAD.matcher(text);
        boolean isPair = pair.matches();
        if (text.startsWith("#!")) {
            return;
        }
        if (inHead) {
            if (isPair) {
                key = pair.group(1);
                head.put(key, pair.group(2));
                if (key.equals("kernel")) {
                    kernel(pair.group(2), number);
                }
            } else if (!key.isEmpty()) {
                head.merge(key, text.replaceFirst("^[# ]+", ""), (before, more) -> before + " " + more);
            }
        } else if (PROBE.matcher(text).matches()) {
            probe = true;
            question = isPair ? pair.group(2) : "";
        } else if (CLEANUP.matcher(text).matches()) {
            cleaning = true;
        }
    }

    private void kernel(String release, int number) throws LabFormatException {
        if (KernelRelease.parse(release).isEmpty()) {
            throw new LabFormatException(
                    file,
                    number,
                    "lab.fault.kernel",
                    "The kernel " + release + " is not known. Write a release up to " + KernelRelease.CURRENT
                            + ", such as 3.10.",
                    release,
                    KernelRelease.CURRENT);
        }
    }

    private void command(String text, int number) throws LabFormatException {
        inHead = false;
        if (text.endsWith("\\")) {
            throw new LabFormatException(
                    file,
                    number,
                    "lab.fault.continued",
                    "The command goes on in the next line. In a lab each command is on one line.");
        }
        (cleaning ? cleanup : lines).add(new LabLine(number, text, probe, question));
        probe = false;
        question = "";
    }
}
