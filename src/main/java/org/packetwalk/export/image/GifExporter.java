package org.packetwalk.export.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.packetwalk.diagram.Caption;
import org.packetwalk.diagram.CaptionedDrawing;
import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.ExportedStep;
import org.packetwalk.export.contract.ExportedWalk;
import org.packetwalk.export.contract.Exporter;
import org.packetwalk.export.contract.StepRest;

/**
 * Writes a walk as an animated GIF that begins again at its end. A step stands as long as when it is played: longer where
 * something is decided, and longest at the end.
 */
public final class GifExporter implements Exporter {
    private static final double SCALE = 1;
    private static final String METADATA = "javax_imageio_gif_image_1.0";
    /** How long the last step stands, in milliseconds. */
    private static final int END = 3000;
    /** The loop count of the NETSCAPE2.0 extension, 0 for ever. */
    private static final byte[] FOR_EVER = {1, 0, 0};

    @Override
    public void write(ExportRequest request, OutputStream out) throws IOException {
        Film film = new PngExporter(request.theme(), request.words()).film(SCALE);
        ExportedWalk walk = request.walk();
        int steps = walk.steps().size();
        double caption = highest(walk);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < steps; i++) {
                ExportedStep step = walk.step(i);
                ChangedArea changed = film.next(CaptionedDrawing.of(step.picture(), step.caption(), caption));
                BufferedImage frame = IndexedColours.of(changed);
                int rest = i == steps - 1 ? END : StepRest.millis(step.step());
                IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
                var root = (IIOMetadataNode) metadata.getAsTree(METADATA);
                place(root, frame, changed.place(), rest);
                if (i == 0) {
                    repeat(root);
                }
                say(root, words(step.caption()));
                metadata.setFromTree(METADATA, root);
                writer.writeToSequence(new IIOImage(frame, null, metadata), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    /** All frames are as high as the one with the longest sentence. */
    private static double highest(ExportedWalk walk) {
        double width = walk.step(0).picture().size().width();
        double highest = 0;
        for (int i = 0; i < walk.steps().size(); i++) {
            highest = Math.max(highest, CaptionedDrawing.height(walk.caption(i), width));
        }
        return highest;
    }

    /** What a frame shows, for who does not see it. */
    private static String words(Caption caption) {
        return "$ " + caption.command() + " · " + caption.step() + " · " + caption.sentence() + " · "
                + caption.setting();
    }

    /** The frame is laid over what is there already, for some milliseconds. */
    private static void place(IIOMetadataNode root, BufferedImage frame, Rectangle place, int millis) {
        IIOMetadataNode descriptor = child(root, "ImageDescriptor");
        descriptor.setAttribute("imageLeftPosition", Integer.toString(place.x));
        descriptor.setAttribute("imageTopPosition", Integer.toString(place.y));
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        var colours = (IndexColorModel) frame.getColorModel();
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("transparentColorIndex", Integer.toString(colours.getTransparentPixel()));
        control.setAttribute("delayTime", Integer.toString(millis / 10));
    }

    private static void repeat(IIOMetadataNode root) {
        var loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(FOR_EVER.clone());
        child(root, "ApplicationExtensions").appendChild(loop);
    }

    private static void say(IIOMetadataNode root, String words) {
        var comment = new IIOMetadataNode("CommentExtension");
        // ImageIO writes one byte for each character: those of UTF-8 are given one by one
        comment.setAttribute("value", new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        child(root, "CommentExtensions").appendChild(comment);
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            var node = (IIOMetadataNode) root.item(i);
            if (node.getNodeName().equals(name)) {
                return node;
            }
        }
        var added = new IIOMetadataNode(name);
        root.appendChild(added);
        return added;
    }
}
