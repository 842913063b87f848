using DiagCodec.Coding.Encode;
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
    private readonly Dictionary<int, Pass> _passes = [];
    private int _best;

    public EncodeWatch(EncodeOptions options, PreparedSeries prepared, LabelMap? mask) => (_options, _prepared, _mask) = (options, prepared, mask);

    /// <summary>What is called with the reconstruction of a pass; null where nothing is asked for.</summary>
    public Action<int, ReadOnlyMemory<byte>>? Of(int pass)
    {
        if (_options.Report is null && _mask is null)
        {
            return null;
        }

        // A search for a size may take many passes, and each may hold a whole volume.
        foreach (var worse in _passes.Keys.Where(p => p != _best).ToList())
        {
            _passes.Remove(worse);
        }

        var (series, frames) = (_prepared.Series, _prepared.Frames);
        var (report, task) = (_options.Report is not null, _options.Allocation.Task is not null);
        var noted = _passes[pass] = new Pass(
            report ? new ReconstructionSampler(_prepared) : null,
            _mask is null ? null : new RegionSampler(_prepared, _mask),
            report && task ? new ReconstructedVolume(series.Volume, frames.Format, frames.Mapping, _prepared.Padding) : null);
        return noted.Take;
    }

    /// <summary>Of all passes so far, only this one will be asked for.</summary>
    public void Best(int pass) => _best = pass;

    public ReconstructionSampler? SamplerOf(int pass) => _passes.GetValueOrDefault(pass)?.Report;

    /// <summary>What decoding will give; null where no report and task ask for it.</summary>
    public Volume? ReconstructionOf(int pass) => _passes.GetValueOrDefault(pass)?.Volume?.ToVolume();

    /// <summary>Null without a mask. Bits are measured where the tool for it is there.</summary>
    public async Task<RegionFigures?> RegionsAsync(int pass, CancellationToken cancellation)
    {
        if (_passes.GetValueOrDefault(pass)?.Regions is not { } sampler)
        {
            return null;
        }

        var bits = _options.Codec is null && BitProbe.Find() is { } probe ? await BitProbe.ReadAsync(probe, _options.Output, _prepared.Frames.Format, cancellation) : null;
        return sampler.Figures(bits);
    }

    private sealed record Pass(ReconstructionSampler? Report, RegionSampler? Regions, ReconstructedVolume? Volume)
    {
        public void Take(int frame, ReadOnlyMemory<byte> planar)
        {
            Report?.Take(frame, planar);
            Regions?.Take(frame, planar);
            Volume?.Take(frame, planar);
        }
    }
}
