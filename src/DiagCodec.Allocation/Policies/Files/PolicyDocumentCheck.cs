using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.States;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;
using DiagCodec.Networks.Models;

namespace DiagCodec.Allocation.Policies.Files;

/// <summary>The ranges of policy.json. Every fault names the field, what was expected and what came; all are found at once.</summary>
internal static class PolicyDocumentCheck
{
    private const int LongestText = 4000;
    private const int MostTradeoffs = 64;
    private const int HighestTradeoff = 100;
    private const int WidestMargin = 64;

    /// <summary>No image has values beyond; states of 32-bit floats would lose themselves.</summary>
    private const double LargestValue = 1e9;
    private const double NarrowestWindow = 1e-6;

    public static List<string> Find(PolicyDocument document)
    {
        var faults = new FieldFaults();
        faults.Expect(document.Schema == PolicyDocument.CurrentSchema, "schema", $"{PolicyDocument.CurrentSchema}", document.Schema);
        faults.Expect(ModelName.IsValid(document.Name), "name", ModelName.Rule, document.Name);
        Text(faults, "description", document.Description, LongestText);
        faults.Expect(ModelName.IsValid(document.Task), "task", ModelName.Rule, document.Task);
        Window(faults, document.Window);
        faults.Expect(document.Block is 64 or 32 or 16, "block", "64, 32 or 16", document.Block);
        faults.Expect(document.Margin is >= 0 and <= WidestMargin, "margin", $"0 to {WidestMargin}", document.Margin);
        Actions(faults, document.Actions);
        Tradeoffs(faults, document.Tradeoffs);
        faults.Expect((document.Adapters & ~AgentParts.Adapters) == 0, "adapters", $"{AgentParts.Adapters}", document.Adapters);
        VouchedWeights.Check(faults, "weights", document.Weights.File, document.Weights.Sha256);
        PolicyHistoryCheck.Find(faults, document.History);
        Text(faults, "licence", document.Licence, LongestText);
        return faults.Found;
    }

    /// <exception cref="ArgumentException">Values are out of range; all are listed.</exception>
    public static void Demand(PolicyDocument document)
    {
        var faults = Find(document);
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults), nameof(document));
        }
    }

    public static void Text(FieldFaults faults, string place, string text, int longest) =>
        faults.Expect(!string.IsNullOrWhiteSpace(text) && text.Length <= longest, place, $"a text of 1 to {longest} characters", text);

    private static void Window(FieldFaults faults, StateWindow window)
    {
        faults.Expect(Math.Abs(window.Low) <= LargestValue, "window.low", "-1e9 to 1e9", window.Low);
        faults.Expect(Math.Abs(window.High) <= LargestValue, "window.high", "-1e9 to 1e9", window.High);
        faults.Expect(window.High - window.Low >= NarrowestWindow, "window", "low below high, by 0.000001 or more", $"{window.Low} to {window.High}");
    }

    private static void Actions(FieldFaults faults, ActionSets actions)
    {
        try
        {
            actions.Validate();
        }
        catch (UsageException e)
        {
            faults.AddWhole("actions", e.Message);
        }
    }

    private static void Tradeoffs(FieldFaults faults, ImmutableArray<double> tradeoffs)
    {
        if (tradeoffs.IsDefaultOrEmpty || tradeoffs.Length > MostTradeoffs)
        {
            faults.Add("tradeoffs", $"1 to {MostTradeoffs} numbers", tradeoffs.IsDefault ? 0 : tradeoffs.Length);
            return;
        }

        for (var i = 0; i < tradeoffs.Length; i++)
        {
            faults.Expect(tradeoffs[i] is >= 0 and <= HighestTradeoff, $"tradeoffs[{i}]", $"0 to {HighestTradeoff}", tradeoffs[i]);
            faults.Expect(i == 0 || tradeoffs[i] > tradeoffs[i - 1], $"tradeoffs[{i}]", "more than the one before", tradeoffs[i]);
        }
    }
}
