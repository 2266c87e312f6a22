package org.packetwalk.export.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

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
        var painter = new PngExporter(request.theme(), request.words());
        ExportedWalk walk = request.walk();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(new Unclosed(out))) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < walk.steps().size(); i++) {
                ExportedStep step = walk.step(i);
                BufferedImage frame = IndexedColours.of(
                        painter.image(CaptionedDrawing.of(step.picture(), step.caption()), SCALE));
                int rest = i == walk.steps().size() - 1 ? END : StepRest.millis(step.step());
                writer.writeToSequence(new IIOImage(frame, null, timing(writer, frame, rest, i == 0)), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadata timing(ImageWriter writer, BufferedImage frame, int millis, boolean first)
            throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
        var root = (IIOMetadataNode) metadata.getAsTree(METADATA);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(millis / 10));
        if (first) {
            var loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(FOR_EVER.clone());
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        metadata.setFromTree(METADATA, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) {
                return (IIOMetadataNode) root.item(i);
            }
        }
        var added = new IIOMetadataNode(name);
        root.appendChild(added);
        return added;
    }
}
