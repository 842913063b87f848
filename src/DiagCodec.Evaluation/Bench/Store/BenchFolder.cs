using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>Where results lie. Files are named by the hash of what they follow from, so that folders of several machines can be put together.</summary>
internal sealed class BenchFolder(string root)
{
    private static readonly string[] Stages = ["cases", "masks", "coded", "plans", "trials", "decoded", "qps", "scores", "found", "pictures", "failed"];

    public string Root { get; } = System.IO.Path.GetFullPath(root);

    public string Result => System.IO.Path.Combine(Root, "bench.json");

    public string PictureIndex => System.IO.Path.Combine(Root, "pictures", "index.json");

    public string Case(string key) => Path("cases", key, ".json");

    /// <summary>The prediction on uncompressed slices.</summary>
    public string Mask(string key) => Path("masks", key, ".br");

    public string Coded(string key) => System.IO.Path.Combine(Root, "coded", key[..2], key);

    /// <summary>Which point coded a plan.</summary>
    public string Plan(string key) => Path("plans", key, ".json");

    /// <summary>What a search tried.</summary>
    public string Trial(string key) => Path("trials", key, ".json");

    public string Decoded(string key) => Path("decoded", key, ".json");

    public string Qps(string key) => Path("qps", key, ".json");

    public string Score(string key) => Path("scores", key, ".json");

    /// <summary>The prediction on decoded slices.</summary>
    public string Found(string key) => Path("found", key, ".br");

    public string Picture(string key) => Path("pictures", key, ".json.br");

    public string Failed(string key) => Path("failed", key, ".json");

    public string FailedLog(string key) => Path("failed", key, ".log");

    /// <summary>Makes what is missing, keeps other runs out, and removes what a run that was killed left half done.</summary>
    /// <returns>To be disposed of at the end.</returns>
    /// <exception cref="OutputException">Another run works here, or the folder cannot be written.</exception>
    public IDisposable Open()
    {
        OutputFolder.Make(Root);
        var held = Hold();
        try
        {
            foreach (var stage in Stages)
            {
                OutputFolder.Make(System.IO.Path.Combine(Root, stage));
            }

            RemoveLeftovers();
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private FileStream Hold()
    {
        var path = System.IO.Path.Combine(Root, ".lock");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{Root}: another bench works in this folder, or it cannot be written; wait for it to end, or choose another folder", e);
        }
    }

    /// <summary>Temporary names are those of PendingFile and PendingFolder. No other run can be writing them: it would hold the lock.</summary>
    private void RemoveLeftovers()
    {
        IEnumerable<string> folders = [Root, .. Stages.Select(s => System.IO.Path.Combine(Root, s)), .. Directory.EnumerateDirectories(System.IO.Path.Combine(Root, "coded"))];
        try
        {
            foreach (var entry in folders.ToArray().SelectMany(f => Directory.EnumerateFileSystemEntries(f, ".*.partial-????????")).ToArray())
            {
                if (Directory.Exists(entry))
                {
                    Directory.Delete(entry, recursive: true);
                }
                else
                {
                    File.Delete(entry);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{Root}: what an earlier run left cannot be removed: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private string Path(string stage, string key, string ending) => System.IO.Path.Combine(Root, stage, key + ending);
}
