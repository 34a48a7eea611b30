using System.Xml;
using System.Xml.Linq;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Metadata;
using SixLabors.ImageSharp.Metadata.Profiles.Exif;
using SixLabors.ImageSharp.Metadata.Profiles.Xmp;

namespace MediaTokens.Adapters.ImageSharp;

/// <summary>What goes over to the result besides pixels: nothing, or EXIF, XMP and IPTC with an orientation that says upright.</summary>
internal static class MetadataKeeping
{
    private static readonly XName XmpOrientation = XNamespace.Get("http://ns.adobe.com/tiff/1.0/") + "Orientation";

    /// <summary>Drops or mends the metadata of an image whose pixels are upright and sRGB.</summary>
    public static void Apply(Image image, bool keep)
    {
        ImageMetadata metadata = image.Metadata;

        // A TIFF has its profiles with each of its pages.
        ImageFrameMetadata page = image.Frames.RootFrame.Metadata;
        ExifProfile? exif = metadata.ExifProfile ?? Description(page.ExifProfile);
        metadata.ExifProfile = keep ? Upright(exif, image.Size) : null;
        metadata.XmpProfile = keep ? Upright(metadata.XmpProfile ?? page.XmpProfile) : null;
        metadata.IptcProfile = keep ? metadata.IptcProfile ?? page.IptcProfile : null;
        metadata.IccProfile = null;
        metadata.CicpProfile = null;
        metadata.GetPngMetadata().TextData = [];
    }

    private static ExifProfile? Upright(ExifProfile? exif, Size size)
    {
        if (exif is null)
        {
            return null;
        }

        exif.SetValue(ExifTag.Orientation, (ushort)1);
        if (exif.TryGetValue(ExifTag.PixelXDimension, out _))
        {
            exif.SetValue(ExifTag.PixelXDimension, (uint)size.Width);
            exif.SetValue(ExifTag.PixelYDimension, (uint)size.Height);
        }

        return exif;
    }

    // The directory of a TIFF page tells of its strips and codings too, which are no longer true.
    private static ExifProfile? Description(ExifProfile? directory)
    {
        foreach (ExifTag tag in directory?.Values.Select(value => value.Tag).Where(tag => !Describes((ushort)tag)).ToArray() ?? [])
        {
            directory!.RemoveValue(tag);
        }

        return directory is { Values.Count: > 0 } ? directory : null;
    }

    /// <summary>Whether a tag tells of the picture and how it was taken (TIFF 6.0, section 8, and EXIF 2.32, section 4.6.4 to 4.6.6).</summary>
    private static bool Describes(ushort tag) => tag
        is <= 0x001F // GPS
        or (>= 0x010D and <= 0x0110) // DocumentName, ImageDescription, Make, Model
        or 0x0131 or 0x0132 or 0x013B or 0x013C or 0x8298 // Software, DateTime, Artist, HostComputer, Copyright
        or 0x829A or 0x829D or (>= 0x8822 and <= 0x8833) or (>= 0x9000 and <= 0xA435);

    private static XmpProfile? Upright(XmpProfile? xmp)
    {
        try
        {
            if (xmp?.GetDocument() is not { Root: { } root } document)
            {
                return null;
            }

            foreach (XElement element in root.DescendantsAndSelf())
            {
                if (element.Name == XmpOrientation)
                {
                    element.Value = "1";
                }

                element.Attribute(XmpOrientation)?.SetValue("1");
            }

            using MemoryStream stream = new();
            document.Save(stream);
            return new(stream.ToArray());
        }
        catch (XmlException)
        {
            // What cannot be read cannot be told to be upright.
            return null;
        }
    }
}
