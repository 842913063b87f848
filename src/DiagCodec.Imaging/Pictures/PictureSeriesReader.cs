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
    /// <param name="use">What is to become of colour.</param>
    /// <exception cref="InvalidInputException">Nothing to read, or a picture is broken, coloured where that is of no use, or of another
    /// size or depth.</exception>
    /// <exception cref="ToolException">ffmpeg is missing.</exception>
    public static ImageSeries Read(string folderOrFile, PictureUse use = PictureUse.Grey)
    {
        try
        {
            var files = Directory.Exists(folderOrFile)
                ? [.. Directory.EnumerateFiles(folderOrFile).Where(IsPictureName).OrderBy(p => Path.GetFileName(p), NaturalOrder.Instance)]
                : ImmutableArray.Create(folderOrFile);
            return files.Length > 0
                ? Read(folderOrFile, files, use)
                : throw PictureFault.Unsupported(folderOrFile, "the folder holds no .png, .jpg or .jpeg file", "name the folder that does");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{folderOrFile}: cannot be read: {e.Message}", e);
        }
    }

    private static ImageSeries Read(string path, ImmutableArray<string> files, PictureUse use)
    {
        var pictures = files.Select(Picture.Open).Select(p => use == PictureUse.Labels && p.HasColourPalette ? p with { Kind = PictureKind.PngNumbers } : p).ToArray();
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

        var (slices, coloured) = Decode(pictures, use);
        var volume = new Volume(first.Width, first.Height, SampleFormats.Of(first.Bits / 8, signed: false), slices) { BitsStored = first.Bits };
        var names = files.Select(f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(Path.GetFileName(f)));
        var origins = Enumerable.Range(0, files.Length).Select(z => new SliceOrigin(z, 0));
        var headers = new SourceHeaders(SourceKind.Pictures, [.. names], [.. origins]);
        var id = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var description = $"pictures {first.Width}x{first.Height}x{files.Length}, {first.Bits} bits";
        return new(path, id, description, volume, headers, files.Sum(f => new FileInfo(f).Length), Findings(pictures, coloured));
    }

    private static (ImmutableArray<ReadOnlyMemory<byte>> Slices, int Coloured) Decode(Picture[] pictures, PictureUse use)
    {
        var (slices, coloured) = (new ReadOnlyMemory<byte>[pictures.Length], 0);
        foreach (var kind in pictures.Select((picture, index) => (picture, index)).GroupBy(p => p.picture.Kind))
        {
            var group = kind.ToArray();
            PictureDecoder.Decode([.. group.Select(p => p.picture)], (i, pixels) =>
            {
                var grey = GreyPixels.Of(kind.Key, pixels);
                coloured += grey is null ? 1 : 0;
                slices[group[i].index] = grey ?? (use == PictureUse.Luma ? LumaPixels.Of(kind.Key, pixels) : null)
                    ?? throw PictureFault.Unsupported(group[i].picture.Path, "coloured or transparent picture, expected grey", "convert it to grey first");
            });
        }

        return ([.. slices], coloured);
    }

    private static ImmutableArray<SeriesFinding> Findings(Picture[] pictures, int coloured)
    {
        var findings = ImmutableArray.CreateBuilder<SeriesFinding>();
        var colour = pictures.Count(p => p.Kind is PictureKind.PngColour8 or PictureKind.PngColour16 or PictureKind.JpegColour) - coloured;
        if (colour > 0)
        {
            findings.Add(new("grey-as-colour", $"{colour} of {pictures.Length} pictures store colour but show only grey; they are taken as grey"));
        }

        if (coloured > 0)
        {
            findings.Add(new("colour-as-luma", $"{coloured} of {pictures.Length} pictures are coloured; their luma (ITU-R BT.601) is taken"));
        }

        var jpegs = pictures.Count(p => p.IsJpeg);
        if (jpegs > 0)
        {
            findings.Add(new("lossy-source", $"{jpegs} of {pictures.Length} pictures are JPEG and so have lost something before; coded as they are"));
        }

        return findings.ToImmutable();
    }
}
