using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Allocation;
using DiagCodec.Allocation.Maps;
using DiagCodec.Allocation.Policies.Search;
using DiagCodec.Allocation.RateControl;
using DiagCodec.Cli.Commands.Tasks;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Cli.Commands;

/// <summary>How <c>encode</c> shall choose QPs. Null: not asked for.</summary>
internal sealed record AllocationChoice
{
    private const double HighestTradeoff = 100;

    /// <summary>One of <see cref="Allocators.Names"/>.</summary>
    public string Allocator { get; init; } = Allocators.Uniform;

    /// <summary>The allocator was asked for, not taken because nobody said otherwise.</summary>
    public bool IsAllocatorGiven { get; init; }

    /// <summary>Those of --qp, --gop and --block that were given.</summary>
    public ImmutableArray<string> GivenQps { get; init; } = [];

    /// <summary>A policy's name, or the path of its folder.</summary>
    public string? Policy { get; init; }

    /// <summary>Weight of the diagnosis against bits, 0 to 100.</summary>
    public double? Tradeoff { get; init; }

    /// <summary>Plans to try at most.</summary>
    public int? Search { get; init; }

    /// <summary>Own Dice that a search must keep.</summary>
    public double? MinDice { get; init; }

    /// <summary>NIfTI, DICOM Segmentation, or a folder of pictures.</summary>
    public string? Mask { get; init; }

    /// <summary>The network whose prediction is the mask.</summary>
    public TaskChoice? Task { get; init; }

    /// <summary>Classes that count as foreground, 1 to 255; empty: all.</summary>
    public ImmutableArray<int> MaskClasses { get; init; } = [];

    public int? MapStrength { get; init; }

    public int? MapRange { get; init; }

    public int? RoiBackground { get; init; }

    public int? RoiForeground { get; init; }

    public int? RoiMargin { get; init; }

    /// <summary>Of the archive, 1 or more.</summary>
    public long? TargetBytes { get; init; }

    /// <summary>Bits a slice of the video, above 0.</summary>
    public double? Bitrate { get; init; }

    public bool HasTarget => TargetBytes is not null || Bitrate is not null;

    /// <summary>Nothing but a policy or a search chooses QPs.</summary>
    public bool LeavesQpsOpen => !IsAllocatorGiven && GivenQps.IsEmpty && !HasTarget;

    private bool IsShaped => MapShape.All.Any(s => s.Name == Allocator);

    public MaskMapOptions Map()
    {
        var standard = new MaskMapOptions();
        return new MaskMapOptions
        {
            Strength = MapStrength ?? standard.Strength,
            Range = MapRange ?? standard.Range,
            RoiBackground = RoiBackground ?? standard.RoiBackground,
            RoiForeground = RoiForeground ?? standard.RoiForeground,
            RoiMargin = RoiMargin ?? standard.RoiMargin,
        };
    }

    /// <summary>Null without a search.</summary>
    public PlanSearchOptions? SearchOptions() => Search is { } most
        ? new PlanSearchOptions { MostTrials = most, MinimumDice = MinDice ?? PlanSearchOptions.StandardMinimumDice }
        : null;

    public RateTarget? Target(int slices) => TargetBytes is { } bytes ? new RateTarget(bytes, RateCounts.Archive)
        : Bitrate is { } bits ? RateTarget.OfBitrate(bits, slices)
        : null;

    /// <param name="hasQpMap">QPs come from a file.</param>
    /// <exception cref="UsageException">Options contradict each other or are out of range; all are named.</exception>
    public void Validate(bool hasQpMap)
    {
        var faults = new List<string>();
        Add(Allocators.NeedsMask(Allocator) && Mask is null && Task is null, $"--allocator {Allocator}: needs --mask FILE or --task NAME");
        Add(Mask is not null && Task is not null, "--mask and --task: both say where the diagnosis is; give one");
        Add(hasQpMap && Allocator != Allocators.Uniform, $"--allocator {Allocator} and --qp-map: both choose the QPs; give one");
        Add(hasQpMap && HasTarget, "--qp-map and a target size: the file's QPs cannot be searched; leave one out");
        Add(TargetBytes is not null && Bitrate is not null, "--target-bytes and --bitrate: both name the size; give one");
        Add(TargetBytes < 1, $"--target-bytes {TargetBytes}: expected 1 or more");
        Add(Bitrate is { } b && !(b > 0 && double.IsFinite(b)), string.Create(CultureInfo.InvariantCulture, $"--bitrate {Bitrate}: expected a number above 0"));
        Add(MaskClasses.Length > 0 && Mask is null, "--mask-classes: needs --mask FILE");
        Add((MapStrength ?? MapRange) is not null && !IsShaped, $"--map-strength and --map-range: only for --allocator {string.Join(" or ", MapShape.All.Select(s => s.Name))}");
        Add((RoiBackground ?? RoiForeground ?? RoiMargin) is not null && Allocator != Allocators.Roi, "--roi-background, --roi-foreground and --roi-margin: only for --allocator roi");
        faults.AddRange(PolicyFaults(hasQpMap));
        AddFaultsOf(() => Map().Validate());
        AddFaultsOf(() => SearchOptions()?.Validate());

        if (faults.Count > 0)
        {
            throw new UsageException(string.Join("; ", faults));
        }

        void Add(bool isFault, string words)
        {
            if (isFault)
            {
                faults.Add(words);
            }
        }

        void AddFaultsOf(Action check)
        {
            try
            {
                check();
            }
            catch (UsageException e)
            {
                faults.Add(e.Message);
            }
        }
    }

    /// <summary>A policy chooses frame QPs and offsets in blocks of its own, and a search chooses among policies, maps and QPs.</summary>
    private IEnumerable<string> PolicyFaults(bool hasQpMap)
    {
        foreach (var option in (string[])[.. Policy is null ? [] : (string[])["--policy"], .. Search is null ? [] : (string[])["--search"]])
        {
            string[] others = [.. IsAllocatorGiven ? (string[])["--allocator"] : [], .. hasQpMap ? (string[])["--qp-map"] : [], .. GivenQps];
            if (others.Length > 0)
            {
                yield return $"{option} and {string.Join(", ", others)}: both choose the QPs; give one";
            }

            if (HasTarget)
            {
                yield return $"{option} and a target size: a size is reached by --qp and --allocator; leave one out";
            }
        }

        if (Search is not null && Mask is not null)
        {
            yield return "--search and --mask: a network must judge what is decoded; give --task NAME";
        }
        else if (Search is not null && Task is null && Policy is null)
        {
            yield return "--search: needs --task NAME or --policy NAME, whose network judges what is decoded";
        }

        if (MinDice is not null && Search is null)
        {
            yield return "--min-dice: needs --search N";
        }

        if (Tradeoff is not null && Policy is null && (Task is null || hasQpMap || !LeavesQpsOpen))
        {
            yield return "--tradeoff: needs --policy NAME, or --task NAME without another choice of QPs";
        }

        if (Tradeoff is { } t && t is not (>= 0 and <= HighestTradeoff))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"--tradeoff {t}: expected 0 to {HighestTradeoff}");
        }
    }

    /// <summary>As typed, without paths.</summary>
    /// <param name="task">Name of the task in <see cref="Task"/>, which may have been given by its folder.</param>
    /// <param name="policy">The policy that was taken, which may have been given by its folder or not at all.</param>
    public IEnumerable<string> WithoutPaths(string? task, EncodePolicy? policy)
    {
        (string Name, object? Value)[] given =
        [
            ("--allocator", Allocator == Allocators.Uniform ? null : Allocator),
            ("--mask", Mask is null ? null : "FILE"),
            ("--mask-classes", MaskClasses.IsDefaultOrEmpty ? null : string.Join(',', MaskClasses)),
            ("--task", Task is { Hardened: true } ? $"{task} --hardened" : task),
            ("--policy", policy?.Name),
            ("--tradeoff", policy?.Weight),
            ("--search", Search),
            ("--min-dice", SearchOptions()?.MinimumDice),
            ("--map-strength", MapStrength),
            ("--map-range", MapRange),
            ("--roi-background", RoiBackground),
            ("--roi-foreground", RoiForeground),
            ("--roi-margin", RoiMargin),
            ("--target-bytes", TargetBytes),
            ("--bitrate", Bitrate),
        ];
        return given.Where(g => g.Value is not null).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Name} {g.Value}"));
    }
}
