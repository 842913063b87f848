using System.Globalization;
using DiagCodec.Allocation;
using DiagCodec.Allocation.Maps;
using DiagCodec.Coding.Plans;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.Hevc;

/// <summary>A setting of an HEVC method, checked, with the defaults of the <c>encode</c> command in place.</summary>
/// <param name="Method">As the experiment gives it.</param>
/// <param name="Allocator">One of <see cref="Allocators.Names"/>, or <see cref="Rate"/>.</param>
/// <param name="Maps">Offsets of maps made from a mask.</param>
/// <param name="Block">64, 32 or 16.</param>
/// <param name="Gop">Gives the frame QPs.</param>
/// <param name="Preset">Balanced for encoders without presets.</param>
internal sealed record HevcSetting(
    MethodSetting Method, string Allocator, MaskMapOptions Maps, int Block, GopStructure Gop, EncoderPreset Preset)
{
    /// <summary>The allocator that searches the QP of a size.</summary>
    public const string Rate = "rate";

    public bool IsRate => Allocator == Rate;

    public bool UsesMask => !IsRate && Allocators.NeedsMask(Allocator);

    private bool IsRoi => Allocator == Allocators.Roi;

    /// <param name="setting">Its grid lies in 0 to 51.</param>
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
        faults.AddRange(made.MapFaults(codec));
        faults.AddRange(made.GridFaults());
        return faults.Count == 0 ? made : throw new UsageException($"method {setting.Name}: {string.Join("; ", faults)}".ReplaceLineEndings(" "));

        void Add(bool isFault, string words)
        {
            if (isFault)
            {
                faults.Add(words);
            }
        }
    }

    public IBitAllocator OpenAllocator() => IsRate ? new UniformAllocator() : Allocators.Named(Allocator, Maps);

    /// <summary>In a few words, for tables.</summary>
    public string Describe(HevcCodec codec)
    {
        var qps = IsRate ? "QP searched for a size"
            : IsRoi ? $"roi {Signed(Maps.RoiForeground)}/{Signed(Maps.RoiBackground)}{(Maps.RoiMargin == 0 ? "" : Whole($" margin {Maps.RoiMargin}"))}"
            : UsesMask ? $"{Allocator} {Signed(-Maps.Strength)}/{Signed(Maps.Range)}"
            : "uniform QP";
        var blocks = UsesMask || Method.Block is not null ? Whole($", blocks of {Block}") : "";
        return $"{codec.Title}{(codec.HasPresets ? $" {Word(Preset)}" : "")}, {Gop.Name} GOP, {qps}{blocks}{(Method.Window ? ", 8-bit window" : "")}";
    }

    /// <summary>Every choice that the QPs and the samples follow from, defaults too.</summary>
    public string Identity()
    {
        var maps = IsRoi ? Whole($" background {Maps.RoiBackground} foreground {Maps.RoiForeground} margin {Maps.RoiMargin}")
            : UsesMask ? Whole($" strength {Maps.Strength} range {Maps.Range}")
            : "";
        return Whole($"allocator {Allocator}{maps}; allocation {Allocators.Version}; gop {Gop.Name}; block {Block}; {(Method.Window ? "8-bit window" : "full range")}");
    }

    private IEnumerable<string> MapFaults(HevcCodec codec)
    {
        var isShaped = MapShape.All.Any(s => s.Name == Allocator);
        if (!IsRate && !Allocators.Names.Contains(Allocator))
        {
            yield return $"allocator {Allocator}: expected {Or([.. Allocators.Names, Rate])}";
        }

        if ((Method.Strength ?? Method.Range) is not null && !isShaped)
        {
            yield return $"strength and range: only for allocator {Or(MapShape.All.Select(s => s.Name))}";
        }

        if ((Method.Background ?? Method.Foreground ?? Method.Margin) is not null && !IsRoi)
        {
            yield return "background, foreground and margin: only for allocator roi";
        }

        if (!QpMap.BlockSizes.Contains(Block))
        {
            yield return Whole($"block {Block}: expected {Or(QpMap.BlockSizes.Select(b => Whole($"{b}")))}");
        }
        else if (UsesMask && Block < codec.SmallestBlock)
        {
            yield return Whole($"block {Block}: {codec.Word} takes QPs for blocks of {codec.SmallestBlock}");
        }

        if (Fault(Maps) is { } words)
        {
            yield return words;
        }
    }

    private IEnumerable<string> GridFaults() => IsRate
        ? Method.Grid.Where(v => !(v > 0 && double.IsFinite(v))).Select(v => Whole($"{v} bits per voxel: expected a number above 0"))
        : Method.Grid.Where(v => !(v >= QpMap.LowestQp && v <= QpMap.HighestQp && double.IsInteger(v)))
            .Select(v => Whole($"QP {v}: expected a whole number, {QpMap.LowestQp} to {QpMap.HighestQp}"));

    private static string? Fault(MaskMapOptions maps)
    {
        try
        {
            maps.Validate();
            return null;
        }
        catch (UsageException e)
        {
            return e.Message;
        }
    }

    private static string Word(EncoderPreset preset) => preset.ToString().ToLowerInvariant();

    private static string Or(IEnumerable<string> words) => string.Join(" or ", words);

    private static string Signed(int offset) => offset.ToString("+0;-0;0", CultureInfo.InvariantCulture);

    private static string Whole(FormattableString text) => FormattableString.Invariant(text);
}
