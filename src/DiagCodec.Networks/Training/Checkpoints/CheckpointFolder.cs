using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Networks.Files;

namespace DiagCodec.Networks.Training.Checkpoints;

/// <summary>
/// The checkpoints of one run: folders epoch-000001, epoch-000002 ..., each with weights.safetensors, optimiser.safetensors and
/// state.json. A checkpoint gets its name when all its files are on the disk, so a crash leaves the one before as the last.
/// </summary>
public sealed class CheckpointFolder
{
    public const string WeightsFile = "weights.safetensors";
    public const string OptimiserFile = "optimiser.safetensors";
    public const string StateFile = "state.json";

    internal static readonly ImmutableArray<string> TensorFiles = [WeightsFile, OptimiserFile];

    private const string Prefix = "epoch-";
    private const string Digits = "000000";

    private readonly string _path;

    /// <param name="path">The folder of the checkpoints; made where it is missing.</param>
    /// <exception cref="OutputException">It cannot be made.</exception>
    public CheckpointFolder(string path)
    {
        _path = Path.GetFullPath(path);
        OutputFile.Guard(path, () => Directory.CreateDirectory(_path));
    }

    /// <summary>Writes a checkpoint; one of the same epoch, from before a rollback, is replaced.</summary>
    /// <param name="state">Everything but the tensors.</param>
    /// <param name="fill">Writes weights.safetensors and optimiser.safetensors, and nothing else, into the folder it is given.</param>
    /// <param name="cancellation">Leaves no trace when it comes before the checkpoint has its name.</param>
    /// <exception cref="ArgumentException">The state is out of range, or a file was not written.</exception>
    /// <exception cref="OutputException">The disk is full.</exception>
    public Checkpoint Save(CheckpointState state, Action<string> fill, CancellationToken cancellation)
    {
        var place = PlaceOf(state.Epoch);
        using var pending = new PendingFolder(place, overwrite: true);
        fill(pending.TemporaryPath);
        var files = Directory.EnumerateFileSystemEntries(pending.TemporaryPath).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToArray();
        if (!files.SequenceEqual(TensorFiles.Order(StringComparer.Ordinal)))
        {
            throw new ArgumentException($"expected {string.Join(" and ", TensorFiles)}, found {string.Join(", ", files)}", nameof(fill));
        }

        var digests = TensorFiles.ToImmutableSortedDictionary(f => f, f => InputFile.Sha256(Path.Combine(pending.TemporaryPath, f), cancellation), StringComparer.Ordinal);
        new CheckpointDocument(CheckpointDocument.CurrentSchema, state, digests).Write(Path.Combine(pending.TemporaryPath, StateFile));
        cancellation.ThrowIfCancellationRequested();
        pending.Commit();
        return new Checkpoint(place, state);
    }

    /// <summary>The last whole checkpoint of this run.</summary>
    /// <param name="optionsHash">Of the run that wants to go on.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="InvalidInputException">The checkpoint is of a run with other options or data, or the folder cannot be read.</exception>
    public CheckpointSearch FindLast(string optionsHash, CancellationToken cancellation)
    {
        var damaged = ImmutableArray.CreateBuilder<string>();
        foreach (var epoch in Epochs().Reverse())
        {
            if (TryOpen(epoch, damaged, cancellation) is { } found)
            {
                return found.State.OptionsHash == optionsHash
                    ? new CheckpointSearch(found, damaged.ToImmutable())
                    : throw new InvalidInputException(
                        $"{found.Path}: is of a run with other options or data (expected {optionsHash}, found {found.State.OptionsHash}); repeat its options, or choose another folder");
            }
        }

        return new CheckpointSearch(null, damaged.ToImmutable());
    }

    /// <summary>Opens the checkpoint of one epoch, for example the best, and checks that it is whole.</summary>
    /// <exception cref="InvalidInputException">It is missing or damaged.</exception>
    public Checkpoint Open(int epoch, CancellationToken cancellation)
    {
        var place = PlaceOf(epoch);
        var statePath = Path.Combine(place, StateFile);
        var document = CheckpointDocument.Read(statePath);
        if (document.State.Epoch != epoch)
        {
            throw new InvalidInputException($"{statePath}: expected epoch {epoch} as the folder is called, found {document.State.Epoch}; remove the folder");
        }

        foreach (var (name, expected) in document.Files)
        {
            var file = Path.Combine(place, name);
            var found = InputFile.Sha256(file, cancellation);
            if (found != expected)
            {
                throw new InvalidInputException($"{file}: expected the SHA-256 {expected}, found {found}; the checkpoint is damaged, remove its folder");
            }
        }

        return new Checkpoint(place, document.State);
    }

    /// <summary>
    /// Removes all but the last <paramref name="keep"/> checkpoints and the best one, and what crashed runs left unfinished. Call it
    /// only while nothing is being saved.
    /// </summary>
    /// <param name="keep">2 or more: with one alone, a damaged file would end the run.</param>
    /// <param name="bestEpoch">The epoch that is kept in any case, or null.</param>
    /// <exception cref="OutputException">A folder cannot be removed.</exception>
    public void Prune(int keep, int? bestEpoch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 2);
        var old = Epochs().Reverse().Skip(keep).Where(e => e != bestEpoch).Select(PlaceOf);
        var unfinished = Directory.EnumerateDirectories(_path, $".{Prefix}*.partial-*");
        foreach (var folder in old.Concat(unfinished).ToList())
        {
            OutputFile.Guard(folder, () => Directory.Delete(folder, recursive: true));
        }
    }

    private Checkpoint? TryOpen(int epoch, ImmutableArray<string>.Builder damaged, CancellationToken cancellation)
    {
        try
        {
            return Open(epoch, cancellation);
        }
        catch (InvalidInputException e)
        {
            damaged.Add(e.Message);
            return null;
        }
    }

    /// <summary>Rising.</summary>
    private int[] Epochs()
    {
        try
        {
            return [.. Directory.EnumerateDirectories(_path, Prefix + "*").Select(f => EpochOf(Path.GetFileName(f))).OfType<int>().Order()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{_path}: cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private static int? EpochOf(string name) =>
        int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var epoch) && NameOf(epoch) == name ? epoch : null;

    private static string NameOf(int epoch) => Prefix + epoch.ToString(Digits, CultureInfo.InvariantCulture);

    private string PlaceOf(int epoch) => Path.Combine(_path, NameOf(epoch));
}
