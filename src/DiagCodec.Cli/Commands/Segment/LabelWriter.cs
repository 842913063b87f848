using System.Globalization;
using DiagCodec.Cli.Commands.Tasks;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Nifti;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;

namespace DiagCodec.Cli.Commands.Segment;

/// <summary>Writes labels as the format that was chosen.</summary>
internal sealed class LabelWriter
{
    /// <summary>Enough to find the weights again, and short enough for a list.</summary>
    private const int VersionDigits = 12;

    private readonly LabelFormat _format;
    private readonly SegmentationWriteOptions _options;
    private readonly int _classes;

    /// <param name="format">Decided by the output's name.</param>
    /// <param name="network">Names the classes and what found them.</param>
    /// <param name="createdAt">For DICOM.</param>
    /// <exception cref="UsageException">DICOM cannot hold what the task says of its classes.</exception>
    public LabelWriter(LabelFormat format, TaskNetwork network, DateTimeOffset createdAt)
    {
        var task = network.Task;
        _format = format;
        _classes = task.Classes.Length;
        _options = new SegmentationWriteOptions
        {
            Classes = [.. task.Classes.Select(c => SegmentOf(c, task.Name, network.WeightsSha256[..VersionDigits]))],
            SoftwareVersion = ToolVersion.Number,
            CreatedAt = createdAt,
            SeriesDescription = task.Name,
        };
        if (format == LabelFormat.DicomSegmentation)
        {
            _options.Validate();
        }
    }

    /// <exception cref="OutputException">The file cannot be written.</exception>
    public void Write(string path, LabelMap labels, ImageSeries series, bool overwrite, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (_format)
        {
            case LabelFormat.Nifti:
                NiftiVolumeWriter.Write(path, labels, series, overwrite);
                break;
            case LabelFormat.DicomSegmentation:
                SegmentationWriter.Write(path, labels, series, _options, overwrite, cancellation);
                break;
            default:
                WritePng(path, labels, overwrite);
                break;
        }
    }

    private void WritePng(string path, LabelMap labels, bool overwrite)
    {
        using var file = new PendingFile(path, overwrite);
        try
        {
            PngEncoder.Write(file.Stream, labels.Columns, labels.Rows, PngPixelFormat.Grey8, LabelGreys.Of(labels.Labels.Span, _classes));
        }
        catch (IOException e)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message}", e);
        }

        file.Commit();
    }

    private static SegmentClass SegmentOf(ModelClass one, string task, string version) => new()
    {
        Number = one.Number,
        Name = one.Name,
        Category = new CodedTerm(one.Category.Value, one.Category.Scheme, one.Category.Meaning),
        Type = new CodedTerm(one.Type.Value, one.Type.Scheme, one.Type.Meaning),
        AlgorithmName = task,
        AlgorithmVersion = version,
        Colour = CieLab.OfSrgb(Hex(one.Colour, 1), Hex(one.Colour, 3), Hex(one.Colour, 5)),
    };

    /// <summary>Two digits of #rrggbb.</summary>
    private static byte Hex(string colour, int at) => byte.Parse(colour.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
