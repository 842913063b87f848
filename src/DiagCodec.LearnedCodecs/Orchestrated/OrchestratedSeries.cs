using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;
using DiagCodec.LearnedCodecs.Entropy;
using DiagCodec.LearnedCodecs.Orchestrated.Code;
using DiagCodec.LearnedCodecs.Orchestrated.Files;
using DiagCodec.LearnedCodecs.Streams;
using DiagCodec.Segmentation.Input;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Orchestrated;

/// <summary>
/// Series to learned streams, and streams to feature images and label maps. Every slice is a section of its own; the code of a volume stands in the
/// first, and the others are empty.
/// </summary>
public sealed class OrchestratedSeries : IDisposable
{
    /// <summary>Of the feature image, as the stream's header has it.</summary>
    private const int BitDepth = 12;

    private readonly OrchestratedDocument _document;
    private readonly OrchestratedNetwork _network;
    private readonly OrchestratedCoder _coder;
    private readonly ImmutableArray<uint> _probabilities;

    private OrchestratedSeries(OrchestratedDocument document, OrchestratedNetwork network, Device device)
    {
        (_document, _network) = (document, network);
        _coder = new OrchestratedCoder(network, device);
        _probabilities = network.Bits.Probabilities();
    }

    /// <summary>What the model says of itself.</summary>
    public OrchestratedDocument Document => _document;

    private string Hash => _document.Weights.Sha256[..(2 * LearnedStreamHeader.HashBytes)];

    /// <exception cref="InvalidInputException">The weights are broken, or the design has no code.</exception>
    public static OrchestratedSeries Load(OrchestratedFolder model, Device device, CancellationToken cancellation)
    {
        if (!model.Document.Design.Compresses)
        {
            throw new InvalidInputException($"{model.Path}: design {model.Document.Design} codes nothing; use a model of D2, D3, D4 or AutoSeg");
        }

        return new OrchestratedSeries(model.Document, model.Load(device, cancellation), device);
    }

    /// <param name="planes">Of the model's input.</param>
    /// <param name="progress">Told the slices that are done.</param>
    /// <param name="cancellation">Ends between slices.</param>
    /// <returns>The stream.</returns>
    public byte[] Encode(InputPlanes planes, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        var slices = planes.Slices.Length;
        using var writer = new CodedSeriesWriter(
            new LearnedStreamHeader(LearnedStreamHeader.Orchestrated, Hash, planes.Columns, planes.Rows, 1, BitDepth, slices));
        for (var slice = 0; slice < slices; slice++)
        {
            cancellation.ThrowIfCancellationRequested();
            var isVolume = _network.Layout.Dimensions == 3;
            writer.Add(new CodedSlice(default, isVolume && slice > 0 ? default : Section(planes, slice, isVolume)));
            progress?.Report((slice + 1, slices));
        }

        return writer.Finish();
    }

    /// <param name="stream">Read and whole.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="progress">Told the slices that are done.</param>
    /// <param name="cancellation">Ends between slices.</param>
    /// <exception cref="InvalidInputException">The stream is another model's, or damaged.</exception>
    public DecodedFeatures Decode(CodedSeries stream, string source, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        var header = stream.Header;
        header.RequireModel(LearnedStreamHeader.Orchestrated, Hash, source);
        var isVolume = _network.Layout.Dimensions == 3;
        ImmutableArray<long> sides = isVolume ? [header.Slices, header.Height, header.Width] : [header.Height, header.Width];
        if (isVolume && (long)header.Slices * header.Height * header.Width > LearnedStreamHeader.MostPixels)
        {
            throw new InvalidInputException(
                $"{source}: a volume of {header.Slices} slices of {header.Width}x{header.Height}: expected at most {LearnedStreamHeader.MostPixels} voxels; cut it into parts");
        }

        var pixels = header.Width * header.Height;
        var (seen, labels) = (new List<ReadOnlyMemory<byte>>(), new List<byte>());
        foreach (var (number, section) in stream.Slices.Take(isVolume ? 1 : header.Slices).Index())
        {
            cancellation.ThrowIfCancellationRequested();
            var decoded = _coder.Decode(Code(section.Latent.Span, sides), sides);
            seen.AddRange(decoded.Seen.Chunk(pixels).Select(Samples));
            labels.AddRange(decoded.Labels);
            progress?.Report((number + 1, isVolume ? 1 : header.Slices));
        }

        return new DecodedFeatures(
            new Volume(header.Width, header.Height, SampleFormat.UInt16, [.. seen]),
            _network.Design.ReconstructsImage,
            new LabelMap(header.Width, header.Height, header.Slices, labels.ToArray(), null));
    }

    public void Dispose() => _network.Dispose();

    private byte[] Section(InputPlanes planes, int slice, bool isVolume)
    {
        ImmutableArray<ushort[]> slices = isVolume ? planes.Slices : [planes.Slices[slice]];
        ImmutableArray<long> sides = isVolume ? [slices.Length, planes.Rows, planes.Columns] : [planes.Rows, planes.Columns];
        float[] image = [.. slices.SelectMany(s => s, (_, v) => v / InputPlanes.Scale)];
        var encoder = new RangeEncoder();
        CodeCoder.Encode(_coder.Code(image, sides), _probabilities, encoder);
        return encoder.Finish();
    }

    private float[] Code(ReadOnlySpan<byte> section, ImmutableArray<long> sides)
    {
        var cells = OrchestratedCoder.Cells(sides).Aggregate(1L, (product, side) => product * side);
        var code = new float[checked((int)(cells * _network.Layout.Bits))];
        var decoder = new RangeDecoder(section);
        CodeCoder.Decode(code, _probabilities, ref decoder);
        decoder.Finish();
        return code;
    }

    private static ReadOnlyMemory<byte> Samples(float[] values) =>
        MemoryMarshal.AsBytes(Array.ConvertAll(values, v => (ushort)Math.Clamp(MathF.Round(v * ushort.MaxValue), 0, ushort.MaxValue)).AsSpan()).ToArray();
}
