using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Cli.Commands.Tasks;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Cli.Commands;

/// <summary>What the user asked of <c>encode</c>; already checked one by one.</summary>
internal sealed record EncodeOptions
{
    public required string Input { get; init; }

    public required string Output { get; init; }

    public string? Series { get; init; }

    /// <summary>0 to 51.</summary>
    public int Qp { get; init; } = 32;

    /// <summary>Name of a <see cref="GopStructure"/>.</summary>
    public string Gop { get; init; } = GopStructure.Step.Name;

    public EncoderPreset Preset { get; init; } = EncoderPreset.Balanced;

    /// <summary>x265 or hm.</summary>
    public string Encoder { get; init; } = "x265";

    public bool IsHm => Encoder == "hm";

    /// <summary>A model of a learned codec, by name or folder; null for HEVC.</summary>
    public string? Codec { get; init; }

    /// <summary>Of the model, from 1; null for the middle one.</summary>
    public int? Quality { get; init; }

    /// <summary>Where a learned codec runs: cpu or cuda.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Options about QPs that were typed, not left to their defaults.</summary>
    public ImmutableArray<string> GivenQpOptions { get; init; } = [];

    public string? HmPath { get; init; }

    public string? HmMapOption { get; init; }

    /// <summary>64, 32 or 16.</summary>
    public int Block { get; init; } = 64;

    public string? QpMap { get; init; }

    public AllocationChoice Allocation { get; init; } = new();

    public string? WriteQpMap { get; init; }

    /// <summary>8, 10, 12 or null for the default.</summary>
    public int? BitDepth { get; init; }

    public (double Center, double Width)? Window { get; init; }

    public bool Chroma420 { get; init; }

    public int? Threads { get; init; }

    public bool PictureHash { get; init; }

    public string? Report { get; init; }

    public bool Verify { get; init; }

    public bool DryRun { get; init; }

    public bool Json { get; init; }

    public bool Overwrite { get; init; }

    /// <summary>Ground truth for the report, and how its numbers become classes; see <see cref="LabelMapping"/>.</summary>
    public string? Truth { get; init; }

    public string? TruthLabels { get; init; }

    /// <summary>
    /// The task's own policy chooses where the user leaves it open; not with HM, which is driven to compare with and may not take block
    /// QPs.
    /// </summary>
    public bool TakesTasksPolicy => Allocation is { Task: not null, LeavesQpsOpen: true } && QpMap is null && !IsHm && Codec is null;

    /// <exception cref="UsageException">Options contradict each other or are out of range; all are named.</exception>
    public void Validate()
    {
        ValidateCodec();
        Allocation.Validate(QpMap is not null);
        if (Truth is not null && ((Allocation.Task is null && (Allocation.Policy is null || Allocation.Mask is not null)) || Report is null))
        {
            throw new UsageException("--truth: expected together with --task NAME and --report FILE, which it is for");
        }

        if (TruthLabels is not null && Truth is null)
        {
            throw new UsageException("--truth-labels: expected together with --truth FILE");
        }
    }

    /// <summary>An orchestrated model prepares slices in its own way, follows its own task, and gives no image to look at.</summary>
    /// <exception cref="UsageException">Options were given that it cannot follow; all are named.</exception>
    public void ValidateOrchestrated()
    {
        Validate();
        string[] others =
        [
            .. Quality is null ? Array.Empty<string>() : ["--quality"],
            .. BitDepth is null ? Array.Empty<string>() : ["--bit-depth"],
            .. Window is null ? Array.Empty<string>() : ["--window"],
            .. Allocation.Task is null ? Array.Empty<string>() : ["--task"],
            .. Allocation.Mask is null ? Array.Empty<string>() : ["--mask"],
            .. Report is null ? Array.Empty<string>() : ["--report"],
            .. Verify ? ["--verify"] : Array.Empty<string>(),
            .. DryRun ? ["--dry-run"] : Array.Empty<string>(),
        ];
        if (others.Length > 0)
        {
            throw new UsageException($"--codec {Codec} and {string.Join(", ", others)}: an orchestrated model codes what its own segmentor needs, and no image; leave one out");
        }
    }

    /// <summary>A learned codec has no QPs to choose.</summary>
    private void ValidateCodec()
    {
        if (Codec is null)
        {
            if (Quality is not null)
            {
                throw new UsageException("--quality: expected together with --codec");
            }

            return;
        }

        string[] others =
        [
            .. GivenQpOptions,
            .. IsHm ? ["--encoder hm"] : Array.Empty<string>(),
            .. QpMap is null ? Array.Empty<string>() : ["--qp-map"],
            .. WriteQpMap is null ? Array.Empty<string>() : ["--write-qp-map"],
            .. Chroma420 ? ["--chroma 420"] : Array.Empty<string>(),
            .. PictureHash ? ["--picture-hash"] : Array.Empty<string>(),
            .. Allocation.IsAllocatorGiven ? ["--allocator"] : Array.Empty<string>(),
            .. Allocation.Policy is null ? Array.Empty<string>() : ["--policy"],
            .. Allocation.Search is null ? Array.Empty<string>() : ["--search"],
            .. Allocation.HasTarget ? ["a target size"] : Array.Empty<string>(),
        ];
        if (others.Length > 0)
        {
            throw new UsageException($"--codec and {string.Join(", ", others)}: a learned codec has no QPs and no chroma; leave one out, --quality chooses its rate");
        }
    }

    /// <summary>Where nothing says what a policy shall follow, it is what its own task finds.</summary>
    /// <param name="policy">That was named; null where none was.</param>
    public EncodeOptions WithTaskOf(PolicyFolder? policy) => policy is null || Allocation.Task is not null || Allocation.Mask is not null
        ? this
        : this with { Allocation = Allocation with { Task = new TaskChoice { Task = policy.Document.Task, Threads = Threads } } };

    /// <summary>The command for the manifest, without paths: they may name the patient.</summary>
    /// <param name="task">Name of the task, where one was asked for.</param>
    /// <param name="policy">The policy that was taken; null where none was.</param>
    public string WithoutPaths(string? task, EncodePolicy? policy)
    {
        var words = new List<string> { "encode" };
        Add(Codec is not null, $"--codec {Path.GetFileName(Path.TrimEndingDirectorySeparator(Codec ?? ""))}");
        Add(Quality is not null, $"--quality {Quality}");
        Add(Codec is null && policy is null && Allocation.Search is null, $"--qp {Qp} --gop {Gop}");
        Add(Codec is null, $"--preset {Preset.ToString().ToLowerInvariant()}");
        Add(Codec is null && policy is null && Allocation.Search is null, $"--block {Block}");
        Add(Encoder != "x265", $"--encoder {Encoder}");
        Add(HmMapOption is not null, $"--hm-map-option {HmMapOption}");
        Add(QpMap is not null, "--qp-map FILE");
        Add(BitDepth is not null, $"--bit-depth {BitDepth}");
        Add(Window is not null, $"--window {Window?.Center}/{Window?.Width}");
        Add(Chroma420, "--chroma 420");
        Add(PictureHash, "--picture-hash");
        words.AddRange(Allocation.WithoutPaths(task, policy));
        return string.Join(' ', words);

        void Add(bool given, string word)
        {
            if (given)
            {
                words.Add(word);
            }
        }
    }
}
