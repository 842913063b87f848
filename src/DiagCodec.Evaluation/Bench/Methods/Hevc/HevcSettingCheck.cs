using DiagCodec.Allocation;
using DiagCodec.Allocation.Maps;
using DiagCodec.Allocation.Policies.Search;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.Hevc;

/// <summary>Whether an allocator has the options that a setting gives it, and its grid parameters that it knows.</summary>
internal static class HevcSettingCheck
{
    /// <returns>A few words for every fault.</returns>
    public static IEnumerable<string> Find(HevcSetting setting, HevcCodec codec) =>
        AllocatorFaults(setting).Concat(MapFaults(setting, codec)).Concat(GridFaults(setting));

    private static IEnumerable<string> AllocatorFaults(HevcSetting setting)
    {
        if (!setting.IsRate && !setting.IsPolicy && !setting.IsSearch && !Allocators.Names.Contains(setting.Allocator))
        {
            yield return $"allocator {setting.Allocator}: expected {HevcSetting.Or([.. Allocators.Names, Allocators.Policy, HevcSetting.Search, HevcSetting.Rate])}";
        }

        if (setting.IsPolicy && setting.Method.Policy is null)
        {
            yield return "allocator policy: name the policy";
        }

        if (setting.Method.Policy is not null && !setting.IsPolicy && !setting.IsSearch)
        {
            yield return "policy: only for allocator policy or search";
        }

        if (setting.IsPolicy && (setting.Method.Block is not null || setting.Method.Gop is not null))
        {
            yield return "block and gop: a policy brings its own";
        }

        if (setting.IsSearch && setting.Method.Block is not null)
        {
            yield return "block: a search tries several";
        }

        if (setting.Method.Candidates is not null && !setting.IsSearch)
        {
            yield return "candidates: only for allocator search";
        }

        if (setting.IsSearch && setting.Candidates is < PlanSearchOptions.LeastTrials or > PlanSearchOptions.LargestTrials)
        {
            yield return HevcSetting.Whole($"candidates {setting.Candidates}: expected {PlanSearchOptions.LeastTrials} to {PlanSearchOptions.LargestTrials}");
        }
    }

    private static IEnumerable<string> MapFaults(HevcSetting setting, HevcCodec codec)
    {
        var isShaped = MapShape.All.Any(s => s.Name == setting.Allocator);
        if ((setting.Method.Strength ?? setting.Method.Range) is not null && !isShaped)
        {
            yield return $"strength and range: only for allocator {HevcSetting.Or(MapShape.All.Select(s => s.Name))}";
        }

        if ((setting.Method.Background ?? setting.Method.Foreground ?? setting.Method.Margin) is not null && !setting.IsRoi)
        {
            yield return "background, foreground and margin: only for allocator roi";
        }

        if (!QpMap.BlockSizes.Contains(setting.Block))
        {
            yield return HevcSetting.Whole($"block {setting.Block}: expected {HevcSetting.Or(QpMap.BlockSizes.Select(b => HevcSetting.Whole($"{b}")))}");
        }
        else if (setting.UsesMask && setting.Block < codec.SmallestBlock)
        {
            yield return HevcSetting.Whole($"block {setting.Block}: {codec.Word} takes QPs for blocks of {codec.SmallestBlock}");
        }

        if (Fault(setting.Maps) is { } words)
        {
            yield return words;
        }
    }

    private static IEnumerable<string> GridFaults(HevcSetting setting) => setting.Allocator switch
    {
        HevcSetting.Rate => Bad(setting, v => v > 0 && double.IsFinite(v), v => HevcSetting.Whole($"{v} bits per voxel: expected a number above 0")),
        HevcSetting.Search => Bad(setting, v => v is > 0 and < 1, v => HevcSetting.Whole($"own Dice {v}: expected a number between 0 and 1")),
        Allocators.Policy => Bad(
            setting,
            v => v is >= HevcSetting.LowestTradeoff and <= HevcSetting.HighestTradeoff,
            v => HevcSetting.Whole($"trade-off {v}: expected {HevcSetting.LowestTradeoff} to {HevcSetting.HighestTradeoff}")),
        _ => Bad(
            setting,
            v => v is >= QpMap.LowestQp and <= QpMap.HighestQp && double.IsInteger(v),
            v => HevcSetting.Whole($"QP {v}: expected a whole number, {QpMap.LowestQp} to {QpMap.HighestQp}")),
    };

    private static IEnumerable<string> Bad(HevcSetting setting, Func<double, bool> isGood, Func<double, string> words) =>
        setting.Method.Grid.Where(v => !isGood(v)).Select(words);

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
}
