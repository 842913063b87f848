using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Weights;
using TorchSharp;

namespace DiagCodec.LearnedCodecs.Checkpoints;

/// <summary>
/// The weights that a network had when it did best on the validation cases, in a file of their own, so that a training that was stopped still knows them.
/// </summary>
/// <param name="path">Of the file.</param>
/// <param name="network">Whose weights.</param>
internal sealed class BestWeights(string path, torch.nn.Module network)
{
    private const string FigureKey = "figure";
    private const string EpochKey = "epoch";

    /// <summary>Whether anything was kept.</summary>
    public bool Exist => File.Exists(path);

    /// <summary>Keeps the weights where they are better than those before.</summary>
    /// <param name="epoch">After which they are as they are; 0 for those at the beginning.</param>
    /// <param name="figure">The larger the better; null where nothing was validated: then nothing is kept.</param>
    /// <param name="cancellation">Ends the work.</param>
    public void Offer(int epoch, double? figure, CancellationToken cancellation)
    {
        if (figure is not { } found)
        {
            return;
        }

        if (Exist)
        {
            using var kept = SafetensorsReader.Open(path);
            if (Told(kept).Figure >= found)
            {
                return;
            }
        }

        var metadata = ImmutableSortedDictionary<string, string>.Empty
            .Add(FigureKey, found.ToString("R", CultureInfo.InvariantCulture)).Add(EpochKey, epoch.ToString(CultureInfo.InvariantCulture));
        SafetensorsWriter.Write(path, ModuleState.Tensors(network, "", ElementType.Float32), metadata, overwrite: true, cancellation);
    }

    /// <summary>Gives the network the weights that were kept.</summary>
    /// <returns>The epoch they are of and their figure, or null where none were kept: the network stays as it is.</returns>
    public (int Epoch, double Figure)? Restore(CancellationToken cancellation)
    {
        if (!Exist)
        {
            return null;
        }

        using var weights = SafetensorsReader.Open(path);
        ModuleState.Load(network, weights, "", cancellation);
        return Told(weights);
    }

    private static (int Epoch, double Figure) Told(SafetensorsReader weights) =>
        (int.Parse(weights.Metadata[EpochKey], CultureInfo.InvariantCulture), double.Parse(weights.Metadata[FigureKey], CultureInfo.InvariantCulture));
}
