using System.Collections.Immutable;
using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Pictures;

/// <summary>Reads grey PNG and JPEG pictures of one size as the slices of a series, in natural order of their names.</summary>
public static class PictureSeriesReader
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg"];

    public static bool IsPictureName(string path) =>
        !Path.GetFileName(path).StartsWith('.') && Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <param name="folderOrFile">A folder, whose pictures (not those of its subfolders) are read, or one picture.</param>
    /// <exception cref="InvalidInputException">Nothing to read, or a picture is broken, coloured, or of another size or depth.</exception>
    /// <exception cref="ToolException">ffmpeg is missing.</exception>
    public static ImageSeries Read(string folderOrFile)
    {
        try
        {
            var files = Directory.Exists(folderOrFile)
                ? [.. Directory.EnumerateFiles(folderOrFile).Where(IsPictureName).OrderBy(p => Path.GetFileName(p), NaturalOrder.Instance)]
                : ImmutableArray.Create(folderOrFile);
            return files.Length > 0
                ? Read(folderOrFile, files)
                : throw PictureFault.Unsupported(folderOrFile, "the folder holds no .png, .jpg or .jpeg file", "name the folder that does");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{folderOrFile}: cannot be read: {e.Message}", e);
        }
    }

    private static ImageSeries Read(string path, ImmutableArray<string> files)
    {
        var pictures = files.Select(Picture.Open).ToArray();
        var first = pictures[0];
        foreach (var odd in pictures)
        {
            if ((odd.Width, odd.Height, odd.Bits) != (first.Width, first.Height, first.Bits))
            {
                throw PictureFault.Unsupported(
                    odd.Path,
                    $"{odd.Width}x{odd.Height} with {odd.Bits} bits, expected {first.Width}x{first.Height} with {first.Bits} as in {Path.GetFileName(first.Path)}",
                    "give pictures of one size and depth");
            }
        }

        var slices = Decode(pictures);
        var volume = new Volume(first.Width, first.Height, SampleFormats.Of(first.Bits / 8, signed: false), slices) { BitsStored = first.Bits };
        var names = files.Select(f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(Path.GetFileName(f)));
        var origins = Enumerable.Range(0, files.Length).Select(z => new SliceOrigin(z, 0));
        var headers = new SourceHeaders(SourceKind.Pictures, [.. names], [.. origins]);
        var id = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var description = $"pictures {first.Width}x{first.Height}x{files.Length}, {first.Bits} bits";
        return new(path, id, description, volume, headers, files.Sum(f => new FileInfo(f).Length), Findings(pictures));
    }

    private static ImmutableArray<ReadOnlyMemory<byte>> Decode(Picture[] pictures)
    {
        var slices = new ReadOnlyMemory<byte>[pictures.Length];
        foreach (var kind in pictures.Select((picture, index) => (picture, index)).GroupBy(p => p.picture.Kind))
        {
            var group = kind.ToArray();
            PictureDecoder.Decode([.. group.Select(p => p.picture)], (i, pixels) =>
            {
                slices[group[i].index] = GreyPixels.Of(kind.Key, pixels)
                    ?? throw PictureFault.Unsupported(group[i].picture.Path, "coloured or transparent picture, expected grey", "convert it to grey first");
            });
        }

        return [.. slices];
    }

    private static ImmutableArray<SeriesFinding> Findings(Picture[] pictures)
    {
        var findings = ImmutableArray.CreateBuilder<SeriesFinding>();
        var colour = pictures.Count(p => p.Kind is PictureKind.PngColour8 or PictureKind.PngColour16 or PictureKind.JpegColour);
        if (colour > 0)
        {
            findings.Add(new("grey-as-colour", $"{colour} of {pictures.Length} pictures store colour but show only grey; they are taken as grey"));
        }

        var jpegs = pictures.Count(p => p.IsJpeg);
        if (jpegs > 0)
        {
            findings.Add(new("lossy-source", $"{jpegs} of {pictures.Length} pictures are JPEG and so have lost something before; coded as they are"));
        }

        return findings.ToImmutable();
    }
}
