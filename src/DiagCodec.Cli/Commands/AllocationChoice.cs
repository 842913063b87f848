using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Allocation;
using DiagCodec.Allocation.Maps;
using DiagCodec.Allocation.RateControl;
using DiagCodec.Cli.Commands.Tasks;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Cli.Commands;

/// <summary>How <c>encode</c> shall choose QPs. Null: not asked for.</summary>
internal sealed record AllocationChoice
{
    /// <summary>One of <see cref="Allocators.Names"/>.</summary>
    public string Allocator { get; init; } = Allocators.Uniform;

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
        try
        {
            Map().Validate();
        }
        catch (UsageException e)
        {
            faults.Add(e.Message);
        }

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
    }

    /// <summary>As typed, without paths.</summary>
    /// <param name="task">Name of the task in <see cref="Task"/>, which may have been given by its folder.</param>
    public IEnumerable<string> WithoutPaths(string? task)
    {
        (string Name, object? Value)[] given =
        [
            ("--allocator", Allocator == Allocators.Uniform ? null : Allocator),
            ("--mask", Mask is null ? null : "FILE"),
            ("--mask-classes", MaskClasses.IsDefaultOrEmpty ? null : string.Join(',', MaskClasses)),
            ("--task", Task is { Hardened: true } ? $"{task} --hardened" : task),
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
