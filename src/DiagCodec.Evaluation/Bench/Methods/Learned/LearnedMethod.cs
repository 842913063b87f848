using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Run;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Archives;
using DiagCodec.LearnedCodecs.Files;
using DiagCodec.LearnedCodecs.Streams;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.State;
using DiagCodec.Segmentation.Infer;

namespace DiagCodec.Evaluation.Bench.Methods.Learned;

/// <summary>A learned codec at the qualities of a model, on the CPU with one thread. A folder holds the stream alone; decoding takes the model too.</summary>
internal sealed class LearnedMethod : IJudgedMethod, ITrainedMethod, IDisposable
{
    private const string StreamName = "latents.dgl";

    /// <summary>A guess: N = 64 on a slow core.</summary>
    private const double SecondsPerMegavoxel = 10;

    private readonly Lazy<CodecFolder> _model;
    private readonly bool _isTuned;
    private readonly ConcurrentDictionary<int, Lazy<LearnedEncoder>> _encoders = new();

    /// <param name="setting">With a grid of qualities.</param>
    /// <param name="model">Name or folder.</param>
    public LearnedMethod(MethodSetting setting, string model)
    {
        _model = new Lazy<CodecFolder>(() => CodecCatalogue.Standard().Open(model));
        _isTuned = setting.Tuned;
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(model));
        Facts = new MethodFacts(
            setting.Name, $"learned codec, model {name}, slice by slice{(_isTuned ? ", judged by the network tuned for each quality" : "")}", "quality", setting.Grid,
            setting.Window ? 8 : null, setting.Window, UsesMask: false, SecondsPerMegavoxel);
    }

    public MethodFacts Facts { get; }

    public Task<string> IdentityAsync(CancellationToken cancellation)
    {
        Libtorch.Version();
        foreach (var quality in Facts.Grid)
        {
            // A judge that is missing is told before the long work.
            JudgeOf(quality);
        }

        var qualities = Facts.Grid.Select(q => string.Create(CultureInfo.InvariantCulture, $"{q} {_model.Value.Choose((int)q).Quality.Sha256}"));
        return Task.FromResult(string.Create(
            CultureInfo.InvariantCulture, $"{_model.Value.Document.Network.Codec} stream {LearnedStreamHeader.Version}; {string.Join(", ", qualities)}"));
    }

    public BenchNetwork? JudgeOf(double parameter)
    {
        if (!_isTuned)
        {
            return null;
        }

        var (model, quality) = (_model.Value, _model.Value.Choose((int)parameter).Quality);
        if (quality.Tuned is not { } tuned || !File.Exists(Path.Combine(model.Path, tuned, ModelFolder.TaskFile)))
        {
            throw new InvalidInputException($"{Facts.Name}: quality {parameter} of {model.Document.Name} has no tuned segmentation network; make one with 'diagcodec train mvmicnet', or leave tuned out");
        }

        var judge = ModelFolder.Open(Path.Combine(model.Path, tuned));
        return new BenchNetwork(judge.Task.Variants.Of(WeightsVariant.Plain)?.Sha256 ?? "", () => CaseSegmenter.Load(judge, WeightsVariant.Plain, CancellationToken.None));
    }

    public ImmutableArray<string> SeenCases() => [.. ModelSplit.Seen(_model.Value.Path)];

    public async Task<CodedCase> EncodeAsync(BenchInput input, double parameter, string folder, CancellationToken cancellation)
    {
        var frames = input.Prepared.Frames;
        var none = QpMap.Uniform(frames.Format, frames.Count, QpMap.LowestQp, GopStructure.Flat, QpMap.BlockSizes[0]);
        var plan = new CodingPlan("model", QpMap.LowestQp, GopStructure.Flat.Name, EncoderPreset.Balanced, none);
        var video = await Encoder((int)parameter).EncodeAsync(new EncodeRequest(frames, plan, folder) { Threads = 1 }, cancellation);
        return new CodedCase(video.Bytes, [string.Create(CultureInfo.InvariantCulture, $"diagcodec encode --codec {_model.Value.Document.Name} --quality {parameter} ({video.Options})")]);
    }

    public Task<string> DecodeAsync(string folder, FrameFormat format, int frames, Action<int, ReadOnlyMemory<byte>> take, CancellationToken cancellation) => Task.Run(
        () =>
        {
            var series = StreamFile.Read(folder, StreamName);
            var number = NumberOf(series.Header);
            var codec = Encoder(number).Codec;
            if ((series.Header.Width, series.Header.Height, series.Header.BitDepth, series.Slices.Length) != (format.Width, format.Height, format.BitDepth, frames))
            {
                throw new ToolException($"{StreamName}: {series.Slices.Length} slices of {series.Header.Width}x{series.Header.Height}, expected {frames} of {format.Width}x{format.Height}");
            }

            var frame = new byte[format.FrameBytes];
            for (var i = 0; i < frames; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var known = codec.Latents(series.Slices[i], series.Header, 1);
                FramePicture.Write(codec.Synthesise(known, format.Width, format.Height, format.BitDepth), frame);
                take(i, frame);
            }

            return string.Create(CultureInfo.InvariantCulture, $"diagcodec decode --model {_model.Value.Document.Name} (quality {number}) {StreamName}");
        },
        cancellation);

    /// <summary>Gives the networks' memory back; the method can still be used.</summary>
    public void Dispose()
    {
        foreach (var number in _encoders.Keys)
        {
            if (_encoders.TryRemove(number, out var encoder) && encoder.IsValueCreated)
            {
                encoder.Value.Dispose();
            }
        }
    }

    private LearnedEncoder Encoder(int number) =>
        _encoders.GetOrAdd(number, n => new Lazy<LearnedEncoder>(() => new LearnedEncoder(_model.Value, n, "cpu", CancellationToken.None))).Value;

    private int NumberOf(LearnedStreamHeader header)
    {
        var numbers = Facts.Grid.Select(q => (int)q).Where(n => _model.Value.Choose(n).Quality.Sha256.StartsWith(header.ModelHash, StringComparison.Ordinal));
        return numbers.FirstOrDefault() is var number and > 0
            ? number
            : throw new ToolException($"{StreamName}: was made with weights {header.ModelHash}, which the model has no more");
    }
}
