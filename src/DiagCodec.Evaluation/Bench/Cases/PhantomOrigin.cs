using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Imaging.Phantom;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Evaluation.Bench.Cases;

/// <summary>A synthetic patient, made in memory.</summary>
internal sealed class PhantomOrigin(PhantomOptions options) : ICaseOrigin
{
    private const string Modality = "CT";

    public string Name { get; } = PhantomCases.NameOf(options.Seed);

    public string Identity { get; } = FormattableString.Invariant($"phantom {CtaPhantom.Version} {options}");

    public static ImmutableArray<ICaseOrigin> Find(PhantomCases cases) =>
    [
        .. cases.Seeds.Select(seed => new PhantomOrigin(new PhantomOptions
        {
            Seed = seed,
            Slices = cases.Slices,
            Size = cases.Size,
            SliceSpacing = cases.SliceSpacing,
        })),
    ];

    public LabelledSeries Read(LabelMapping mapping, ModelTask task, CancellationToken cancellation)
    {
        var (volume, labels) = CtaPhantom.Create(options, cancellation: cancellation);
        var headers = new SourceHeaders(SourceKind.Nifti, [], [.. Enumerable.Range(0, volume.Slices).Select(z => new SliceOrigin(0, z))]);
        var description = FormattableString.Invariant($"{Modality} {volume.Columns}x{volume.Rows}x{volume.Slices}, synthetic");
        var bytes = (long)volume.PixelsPerSlice * volume.Slices * volume.Format.Bytes();
        var series = new ImageSeries(Name, Name, description, volume, headers, bytes, []) { Modality = Modality };
        return new LabelledSeries(Name, series, labels with { Labels = mapping.Map(labels.Labels.Span, task.Classes.Length, Name) });
    }
}
