using System.Globalization;
using DiagCodec.Evaluation.Reports.Charts;
using DiagCodec.Evaluation.Reports.Markup;
using DiagCodec.Evaluation.Reports.Page;

namespace DiagCodec.Evaluation.Policies;

/// <summary>One self-contained HTML page about a training: how the agents learnt, how near the best single action they came, and whether the table told the truth.</summary>
public static class PolicyReport
{
    private const string Training = "c1";
    private const string Validation = "c2";

    /// <param name="output">UTF-8; stays open.</param>
    /// <param name="result">Of a training that is done.</param>
    public static void Write(TextWriter output, PolicyTrainingResult result)
    {
        var step = result.Document.History[^1];
        ReportPage.Write(output, "Policy report", result.Document.Name, html =>
        {
            html.Start("section")
                .Element("p", $"{result.Document.Description}. Strategy {step.Strategy}: {Quantity.Count(step.Parameters)} numbers a trade-off were trained. Learnt from {string.Join(", ", step.Cases)}; "
                    + $"weights of step {step.Best} of {step.Iterations} were kept{(step.Validation.IsEmpty ? "" : $", chosen by {string.Join(", ", step.Validation)}")}.")
                .End();
            Curve(html, result);
            Comparisons(html, result);
            Checks(html, result);
        });
    }

    private static void Curve(HtmlWriter html, PolicyTrainingResult result)
    {
        var rows = result.Curve;
        var scores = rows.SelectMany(r => (double?[])[r.Training, r.Validation]).OfType<double>().ToArray();
        var layers = new List<IChartLayer> { Layer("clips learnt from", Training, r => r.Training) };
        if (rows.Any(r => r.Validation is not null))
        {
            layers.Add(Layer("validation clips", Validation, r => r.Validation));
        }

        html.Start("section").Element("h2", "How it learnt");
        new Chart(
            "Score",
            new ChartAxis("step", AxisScale.Covering(0, Math.Max(1, rows[^1].Iteration))),
            new ChartAxis("1 = the best single action of each clip", AxisScale.Covering(Math.Min(scores.Min(), 1), Math.Max(scores.Max(), 1), 4)),
            [.. layers]).Write(html);
        html.End();

        CurveLayer Layer(string name, string colour, Func<Allocation.Policies.Training.PolicyCurveRow, double?> value) => new(
            name, colour, [.. rows.Where(r => value(r) is not null).Select(r => new ChartPoint(r.Iteration, value(r), $"step {r.Iteration}: {name} {Number(value(r)!.Value, "0.000")}"))]);
    }

    private static void Comparisons(HtmlWriter html, PolicyTrainingResult result)
    {
        html.Start("section", ("class", "regions")).Element("h2", "Against the best single action");
        Table(
            html,
            ["clip", "trade-off", "cost of the policy", "cost of the best single pair of actions", "ratio"],
            result.Comparisons.Select(c => (string[])
            [
                c.IsValidation ? $"{c.Case} (not learnt from)" : c.Case,
                Number(c.Tradeoff, "0.###"),
                Number(-c.Return, "0.0000"),
                Number(-c.BestSingle, "0.0000"),
                Number(c.BestSingle / c.Return, "0.000"),
            ]));
        html.Element("p", "Cost is weighted distortion plus relative bits, by the table. The best pair was found by trying all of them on the clip itself, which a policy cannot; above 1 the policy beats it, because it may choose otherwise in every frame.", ("class", "quiet")).End();
    }

    private static void Checks(HtmlWriter html, PolicyTrainingResult result)
    {
        if (result.Checks.IsEmpty)
        {
            return;
        }

        html.Start("section", ("class", "regions")).Element("h2", "Whether the table told the truth");
        Table(
            html,
            ["clip", "trade-off", "bytes foretold", "bytes", "own Dice foretold", "own Dice"],
            result.Checks.Select(c => (string[])
            [
                c.Case,
                Number(c.Tradeoff, "0.###"),
                Number(c.ForetoldBits / 8, "0"),
                Number(c.RealBits / 8, "0"),
                Number(1 - c.ForetoldErrors, "0.0000"),
                Number(1 - c.RealErrors, "0.0000"),
            ]));
        html.End();
    }

    private static void Table(HtmlWriter html, string[] heads, IEnumerable<string[]> rows)
    {
        html.Start("table").Start("thead").Start("tr");
        foreach (var head in heads)
        {
            html.Element("th", head);
        }

        html.End().End().Start("tbody");
        foreach (var row in rows)
        {
            html.Start("tr").Element("th", row[0], ("scope", "row"));
            foreach (var cell in row[1..])
            {
                html.Element("td", cell);
            }

            html.End();
        }

        html.End().End();
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
