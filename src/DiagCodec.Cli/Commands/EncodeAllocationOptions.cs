using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DiagCodec.Allocation;
using DiagCodec.Allocation.Maps;
using DiagCodec.Allocation.Policies.Search;
using DiagCodec.Cli.Commands.Tasks;

namespace DiagCodec.Cli.Commands;

/// <summary>The options of <c>encode</c> that say how QPs are chosen.</summary>
internal sealed class EncodeAllocationOptions
{
    private readonly Option<string> _allocator = new("--allocator")
    {
        Description = "Who chooses the block QPs. All but uniform need --mask or --task; docs/allocation.md has the formulas.",
        HelpName = string.Join('|', Allocators.Names),
        DefaultValueFactory = _ => Allocators.Uniform,
    };

    private readonly Option<string?> _mask = new("--mask")
    {
        Description = "Where the diagnosis is: NIfTI or DICOM Segmentation file, or a folder of pictures (not 0 = foreground).",
        HelpName = "FILE",
    };

    private readonly Option<ImmutableArray<int>> _classes = new("--mask-classes")
    {
        Description = "Classes of the mask that count. Default: all.",
        HelpName = "N,N...",
        DefaultValueFactory = _ => [],
        CustomParser = Classes,
    };

    private readonly TaskOptions _task;

    private readonly Option<int?> _strength = Whole("--map-strength", "A block full of mask gets this much less QP.", new MaskMapOptions().Strength);
    private readonly Option<int?> _range = Whole("--map-range", "A block without mask gets this much more QP.", new MaskMapOptions().Range);
    private readonly Option<int?> _background = Whole("--roi-background", "roi: offset of blocks without mask.", new MaskMapOptions().RoiBackground);
    private readonly Option<int?> _foreground = Whole("--roi-foreground", "roi: offset of blocks that hold mask.", new MaskMapOptions().RoiForeground);
    private readonly Option<int?> _margin = Whole("--roi-margin", "roi: so many blocks around count as mask too.", new MaskMapOptions().RoiMargin);

    private readonly Option<long?> _target = new("--target-bytes")
    {
        Description = "Search the base QP that makes the archive this large; --qp is tried first. Encodes 3 to 7 times.",
        HelpName = "BYTES",
    };

    private readonly Option<double?> _bitrate = new("--bitrate")
    {
        Description = "The same for the video alone, in bits a slice (1000 = 25 kbit/s at 25 slices a second).",
        HelpName = "BITS",
    };

    private readonly Option<string?> _policy = new("--policy")
    {
        Description = "Let this policy choose all QPs; it follows --task or --mask, else its own task. Without --allocator or --qp, --task NAME takes policy-NAME where there is one.",
        HelpName = "NAME|DIR",
    };

    private readonly Option<double?> _tradeoff = new("--tradeoff")
    {
        Description = "How much the policy minds the diagnosis, 0 (fewest bits) to 100; the nearest that it was trained for. Default: the middle one of those.",
        HelpName = "L",
        CustomParser = OptionParsers.Real("--tradeoff"),
    };

    private readonly Option<int?> _search = new("--search")
    {
        Description = "Really encode up to N plans (the policy's, simple maps, uniform QP) and keep the cheapest in which the task's network still finds what it found. Needs --task or --policy.",
        HelpName = "N",
        CustomParser = result => OptionParsers.Number("--search", PlanSearchOptions.LeastTrials, PlanSearchOptions.LargestTrials)(result),
    };

    private readonly Option<double?> _minDice = new("--min-dice")
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"For --search: Dice of what is found after coding to what is found before, above 0 to 1. Default: {PlanSearchOptions.StandardMinimumDice}. Without a plan that keeps it nothing is written (exit code 5)."),
        HelpName = "D",
        CustomParser = OptionParsers.Real("--min-dice"),
    };

    /// <param name="codec">The option that takes a learned codec in place of all of these.</param>
    public EncodeAllocationOptions(Option codec)
    {
        _task = new TaskOptions("Instead of --mask: what this task's network finds in the uncompressed slices (docs/tasks.md).", required: false, codec);
        _allocator.AcceptOnlyFromAmong([.. Allocators.Names]);
    }

    /// <inheritdoc cref="TaskOptions.DeviceOf"/>
    public string DeviceOf(ParseResult parsed) => _task.DeviceOf(parsed);

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_allocator, _mask, _classes, _strength, _range, _background, _foreground, _margin, _target, _bitrate, _policy, _tradeoff, _search, _minDice])
        {
            command.Add(option);
        }

        _task.AddTo(command);
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="threads">Of the network; null: all cores.</param>
    /// <param name="qps">Options outside of these that choose QPs too.</param>
    public AllocationChoice Of(ParseResult parsed, int? threads, params Option[] qps) => new()
    {
        Allocator = parsed.GetRequiredValue(_allocator),
        IsAllocatorGiven = IsGiven(parsed, _allocator),
        GivenQps = [.. qps.Where(o => IsGiven(parsed, o)).Select(o => o.Name)],
        Policy = parsed.GetValue(_policy),
        Tradeoff = parsed.GetValue(_tradeoff),
        Search = parsed.GetValue(_search),
        MinDice = parsed.GetValue(_minDice),
        Task = _task.Of(parsed, threads),
        Mask = parsed.GetValue(_mask),
        MaskClasses = parsed.GetValue(_classes),
        MapStrength = parsed.GetValue(_strength),
        MapRange = parsed.GetValue(_range),
        RoiBackground = parsed.GetValue(_background),
        RoiForeground = parsed.GetValue(_foreground),
        RoiMargin = parsed.GetValue(_margin),
        TargetBytes = parsed.GetValue(_target),
        Bitrate = parsed.GetValue(_bitrate),
    };

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static Option<int?> Whole(string name, string description, int standard) => new(name)
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"{description} Default: {standard}."),
        HelpName = "N",
    };

    private static ImmutableArray<int> Classes(ArgumentResult result)
    {
        var classes = ImmutableArray.CreateBuilder<int>();
        foreach (var word in result.Tokens[0].Value.Split(','))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > byte.MaxValue)
            {
                result.AddError($"--mask-classes {result.Tokens[0].Value}: expected class numbers of 1 to 255 with commas between");
                return [];
            }

            classes.Add(number);
        }

        return classes.ToImmutable();
    }
}
