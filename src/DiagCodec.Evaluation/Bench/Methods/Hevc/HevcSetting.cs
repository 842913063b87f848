using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Allocation;
using DiagCodec.Allocation.Maps;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Coding.Plans;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.Hevc;

/// <summary>A setting of an HEVC method, checked, with the defaults of the <c>encode</c> command in place.</summary>
/// <param name="Method">As the experiment gives it.</param>
/// <param name="Allocator">One of <see cref="Allocators.Names"/>, <see cref="Allocators.Policy"/>, <see cref="Rate"/>, or <see cref="Search"/>.</param>
/// <param name="Maps">Offsets of maps made from a mask.</param>
/// <param name="Block">64, 32 or 16; a policy brings its own.</param>
/// <param name="Gop">Gives the frame QPs; not those of a policy.</param>
/// <param name="Preset">Balanced for encoders without presets.</param>
internal sealed record HevcSetting(
    MethodSetting Method, string Allocator, MaskMapOptions Maps, int Block, GopStructure Gop, EncoderPreset Preset)
{
    /// <summary>The allocator that searches the QP of a size.</summary>
    public const string Rate = "rate";

    /// <summary>The allocator that encodes candidates and lets the network judge them.</summary>
    public const string Search = "search";

    public const int LowestTradeoff = 0;
    public const int HighestTradeoff = 100;

    private const int StandardCandidates = 24;

    /// <summary>The policy that chooses or proposes; null until <see cref="With"/> has it, and for all others.</summary>
    public PolicyDocument? Policy { get; init; }

    public bool IsRate => Allocator == Rate;

    public bool IsPolicy => Allocator == Allocators.Policy;

    public bool IsSearch => Allocator == Search;

    /// <summary>Trials of a search at most.</summary>
    public int Candidates => Method.Candidates ?? StandardCandidates;

    public bool UsesMask => !IsRate && Allocators.NeedsMask(Allocator);

    public bool IsRoi => Allocator == Allocators.Roi;

    /// <param name="setting">Its grid lies in the range of its kind.</param>
    /// <param name="codec">That it is for.</param>
    /// <exception cref="UsageException">One or more values are out of range; all are named in one line.</exception>
    public static HevcSetting Of(MethodSetting setting, HevcCodec codec)
    {
        var standard = new MaskMapOptions();
        var maps = new MaskMapOptions
        {
            Strength = setting.Strength ?? standard.Strength,
            Range = setting.Range ?? standard.Range,
            RoiBackground = setting.Background ?? standard.RoiBackground,
            RoiForeground = setting.Foreground ?? standard.RoiForeground,
            RoiMargin = setting.Margin ?? standard.RoiMargin,
        };
        var gop = setting.Gop is null ? GopStructure.Step : GopStructure.All.FirstOrDefault(g => g.Name == setting.Gop);
        var preset = setting.Preset is null ? EncoderPreset.Balanced : Enum.GetValues<EncoderPreset>().Cast<EncoderPreset?>().FirstOrDefault(p => Word(p!.Value) == setting.Preset);
        var made = new HevcSetting(
            setting, setting.Allocator ?? Allocators.Uniform, maps, setting.Block ?? QpMap.BlockSizes[0], gop ?? GopStructure.Step, preset ?? EncoderPreset.Balanced);
        var faults = new List<string>();
        Add(gop is null, $"gop {setting.Gop}: expected {Or(GopStructure.All.Select(g => g.Name))}");
        Add(setting.Preset is not null && !codec.HasPresets, $"preset {setting.Preset}: {codec.Word} has no presets; leave it out");
        Add(preset is null && codec.HasPresets, $"preset {setting.Preset}: expected {Or(Enum.GetValues<EncoderPreset>().Select(Word))}");
        faults.AddRange(HevcSettingCheck.Find(made, codec));
        return faults.Count == 0 ? made : throw new UsageException($"method {setting.Name}: {string.Join("; ", faults)}".ReplaceLineEndings(" "));

        void Add(bool isFault, string words)
        {
            if (isFault)
            {
                faults.Add(words);
            }
        }
    }

    /// <summary>What a grid counts, where that is not QPs.</summary>
    public static GridRange? OtherGrid(MethodSetting setting) => setting.Allocator switch
    {
        Rate => new GridRange("bits per voxel", QpMap.LowestQp, QpMap.HighestQp, IsWhole: false),
        Allocators.Policy => new GridRange("trade-off", LowestTradeoff, HighestTradeoff, IsWhole: false),
        Search => new GridRange("own Dice", 0, 1, IsWhole: false),
        _ => null,
    };

    /// <summary>The setting with the policy that it names.</summary>
    /// <exception cref="UsageException">The policy has not all trade-offs of the grid, or blocks that the codec does not take.</exception>
    public HevcSetting With(PolicyDocument policy, HevcCodec codec)
    {
        var faults = Method.Grid.Where(t => IsPolicy && !policy.Tradeoffs.Contains(t))
            .Select(t => Whole($"trade-off {t}: policy {policy.Name} has {List(policy.Tradeoffs)}"))
            .ToList();
        if (policy.Block < codec.SmallestBlock)
        {
            faults.Add(Whole($"policy {policy.Name}: has blocks of {policy.Block}, and {codec.Word} takes QPs for blocks of {codec.SmallestBlock}"));
        }

        return faults.Count == 0
            ? this with { Policy = policy, Block = IsPolicy ? policy.Block : Block }
            : throw new UsageException($"method {Method.Name}: {string.Join("; ", faults)}");
    }

    /// <summary>Not of policies, whose choice depends on the trade-off, nor of searches, which try several.</summary>
    public IBitAllocator OpenAllocator() => IsRate ? new UniformAllocator() : Allocators.Named(Allocator, Maps);

    /// <summary>In a few words, for tables.</summary>
    public string Describe(HevcCodec codec)
    {
        var encoder = $"{codec.Title}{(codec.HasPresets ? $" {Word(Preset)}" : "")}";
        var samples = Method.Window ? ", 8-bit window" : "";
        if (IsPolicy)
        {
            return $"{encoder}, policy {Policy?.Name ?? OneLine.Of(Method.Policy!)}{(Policy is null ? "" : Whole($", blocks of {Block}"))}{samples}";
        }

        if (IsSearch)
        {
            var proposals = Method.Policy is null ? "" : $", policy {Policy?.Name ?? OneLine.Of(Method.Policy)}";
            return $"{encoder}, {Gop.Name} GOP, cheapest of {Whole($"{Candidates}")} trials that keeps own Dice{proposals}{samples}";
        }

        var qps = IsRate ? "QP searched for a size"
            : IsRoi ? $"roi {Signed(Maps.RoiForeground)}/{Signed(Maps.RoiBackground)}{(Maps.RoiMargin == 0 ? "" : Whole($" margin {Maps.RoiMargin}"))}"
            : UsesMask ? $"{Allocator} {Signed(-Maps.Strength)}/{Signed(Maps.Range)}"
            : "uniform QP";
        var blocks = UsesMask || Method.Block is not null ? Whole($", blocks of {Block}") : "";
        return $"{encoder}, {Gop.Name} GOP, {qps}{blocks}{samples}";
    }

    /// <summary>Every choice that the QPs and the samples follow from, defaults too.</summary>
    public string Identity()
    {
        var samples = Method.Window ? "8-bit window" : "full range";
        if (IsPolicy)
        {
            return Whole($"allocator {Allocator} {PolicyIdentity(Policy!)}; allocation {Allocators.Version}; {samples}");
        }

        if (IsSearch)
        {
            var proposals = Policy is null ? "none" : PolicyIdentity(Policy);
            return Whole($"allocator {Allocator} of {Candidates}; allocation {Allocators.Version}; policy {proposals}; gop {Gop.Name}; {samples}");
        }

        var maps = IsRoi ? Whole($" background {Maps.RoiBackground} foreground {Maps.RoiForeground} margin {Maps.RoiMargin}")
            : UsesMask ? Whole($" strength {Maps.Strength} range {Maps.Range}")
            : "";
        return Whole($"allocator {Allocator}{maps}; allocation {Allocators.Version}; gop {Gop.Name}; block {Block}; {samples}");
    }

    /// <summary>All that a policy's choice follows from but the trade-off; not its name.</summary>
    private static string PolicyIdentity(PolicyDocument policy) => Whole(
        $"{policy.Weights.Sha256}, {Text(policy.Actions)}, trade-offs {List(policy.Tradeoffs)}, block {policy.Block}, margin {policy.Margin}, states {policy.Window.Low:R} to {policy.Window.High:R}");

    private static string Text(ActionSets actions) => Whole(
        $"pairs {string.Join(' ', actions.FramePairs.Select(p => Whole($"{p.Key}/{p.Other}")))} first {actions.FirstOffset} foreground {List(actions.ForegroundOffsets)} background {List(actions.BackgroundOffsets)}");

    private static string List<T>(ImmutableArray<T> values)
        where T : IFormattable => string.Join(' ', values.Select(v => v.ToString(null, CultureInfo.InvariantCulture)));

    private static string Word(EncoderPreset preset) => preset.ToString().ToLowerInvariant();

    internal static string Or(IEnumerable<string> words) => string.Join(" or ", words);

    private static string Signed(int offset) => offset.ToString("+0;-0;0", CultureInfo.InvariantCulture);

    internal static string Whole(FormattableString text) => FormattableString.Invariant(text);
}
