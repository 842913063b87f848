using System.Globalization;
using DiagCodec.Evaluation.Reports.Markup;
using DiagCodec.Evaluation.Tasks;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>What a network finds before and after coding, class by class.</summary>
internal static class TaskTable
{
    public static void Write(HtmlWriter html, EncodeReportData data)
    {
        if (data.Task is not { } task)
        {
            return;
        }

        html.Start("section", ("class", "regions")).Element("h2", $"What {task.Task} finds before and after coding").Start("table").Start("thead").Start("tr");
        string[] truth = task.HasTruth ? ["voxels of the truth", "Dice to the truth, before", "after"] : [];
        foreach (var head in (string[])["class", "voxels before", "voxels after", "Dice, after to before", "volume before", "change of volume", .. truth])
        {
            html.Element("th", head);
        }

        html.End().End().Start("tbody");
        foreach (var one in task.Classes)
        {
            Row(html, one);
        }

        html.End().End().Element("p", Words(task), ("class", "quiet")).End();
    }

    private static void Row(HtmlWriter html, ClassAgreement one)
    {
        html.Start("tr").Element("th", one.Name, ("scope", "row"));
        string[] truth = one is { TruthBefore: { } before, TruthAfter: { } after } ? [Quantity.Count(before.Truth), Score(before.Dice), Score(after.Dice)] : [];
        string[] cells =
        [
            Quantity.Count(one.VoxelsBefore),
            Quantity.Count(one.VoxelsAfter),
            Score(one.Dice),
            one.VoxelVolume is { } voxel ? $"{Quantity.Significant(one.VoxelsBefore * voxel / 1000)} ml" : "spacing not known",
            one.VolumeChange is { } change ? $"{Change(change)} ml" : "",
            .. truth,
        ];
        foreach (var cell in cells)
        {
            html.Element("td", cell);
        }

        html.End();
    }

    private static string Words(TaskAgreement task)
    {
        var truth = task.HasTruth
            ? "The columns to the right hold both predictions against the ground truth that was given. "
            : "No ground truth is known here. ";
        return "Dice, after to before, is against the network's own prediction on the uncompressed slices: 1 where coding changes nothing, right or wrong. "
            + $"{truth}Both predictions are of the {task.Weights} weights, SHA-256 {task.WeightsSha256}.";
    }

    private static string Score(double? score) => score?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "not defined";

    private static string Change(double millilitres) => (millilitres > 0 ? "+" : "") + Quantity.Significant(millilitres).Replace('-', '\u2212');
}
