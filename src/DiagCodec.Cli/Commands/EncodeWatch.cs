using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Regions;
using DiagCodec.Evaluation.Reports.Encode;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Cli.Commands;

/// <summary>What is noted of each pass of an encode as it runs: for the report, and inside and outside of the mask.</summary>
internal sealed class EncodeWatch
{
    private readonly EncodeOptions _options;
    private readonly PreparedSeries _prepared;
    private readonly LabelMap? _mask;
    private readonly Dictionary<int, (ReconstructionSampler? Report, RegionSampler? Regions)> _passes = [];

    public EncodeWatch(EncodeOptions options, PreparedSeries prepared, LabelMap? mask) => (_options, _prepared, _mask) = (options, prepared, mask);

    /// <summary>What is called with the reconstruction of a pass; null where nothing is asked for.</summary>
    public Action<int, ReadOnlyMemory<byte>>? Of(int pass)
    {
        if (_options.Report is null && _mask is null)
        {
            return null;
        }

        var report = _options.Report is null ? null : new ReconstructionSampler(_prepared);
        var regions = _mask is null ? null : new RegionSampler(_prepared, _mask);
        _passes[pass] = (report, regions);
        return (frame, planar) =>
        {
            report?.Take(frame, planar);
            regions?.Take(frame, planar);
        };
    }

    public ReconstructionSampler? SamplerOf(int pass) => _passes.GetValueOrDefault(pass).Report;

    /// <summary>Null without a mask. Bits are measured where the tool for it is there.</summary>
    public async Task<RegionFigures?> RegionsAsync(int pass, CancellationToken cancellation)
    {
        if (_passes.GetValueOrDefault(pass).Regions is not { } sampler)
        {
            return null;
        }

        var bits = BitProbe.Find() is { } probe ? await BitProbe.ReadAsync(probe, _options.Output, _prepared.Frames.Format, cancellation) : null;
        return sampler.Figures(bits);
    }
}
