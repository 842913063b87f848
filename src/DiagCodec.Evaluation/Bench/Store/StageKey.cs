using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Networks.Models;

namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>
/// Keys of the stages: SHA-256 over everything that a result follows from, in 64 lower-case hexadecimal digits. The first word of each has
/// a version that rises when our own code gives other results from the same things.
/// </summary>
internal static class StageKey
{
    private const string CaseStage = "case 1";
    private const string CodedStage = "coded 1";
    private const string PlanStage = "plan 1";
    private const string TrialStage = "trial 1";
    private const string DecodedStage = "decoded 1";
    private const string QpStage = "qps 1";
    private const string ScoreStage = "score 1";
    private const string PictureStage = "picture 1";

    public static string Case(string name, string identity, string weights, ModelTask task) => Of(CaseStage, name, identity, weights, Text(task));

    /// <param name="data">Hash of size, samples and truth.</param>
    /// <param name="mask">Hash of the mask.</param>
    /// <param name="window">That windowed methods code.</param>
    /// <param name="method">Says what of all this counts.</param>
    /// <param name="judge">See <see cref="Judge"/>.</param>
    /// <param name="identity">Program, version, options.</param>
    /// <param name="parameter">Of the grid.</param>
    public static string Coded(string data, string mask, ValueRange window, MethodFacts method, string judge, string identity, double parameter)
    {
        ImmutableArray<string> parts = [CodedStage, data, method.UsesMask ? mask : "", .. Samples(method, window), identity, Text(parameter)];
        return Of(method.AsksNetwork ? parts.Add(judge) : parts);
    }

    /// <summary>What streams of methods follow from that plan before they encode: the same things, whichever method it is.</summary>
    /// <param name="data">Hash of size, samples and truth.</param>
    /// <param name="window">That windowed methods code.</param>
    /// <param name="method">Says how samples are mapped.</param>
    /// <param name="identity">Of the plan.</param>
    public static string Plan(string data, ValueRange window, MethodFacts method, string identity) => Of(
        [PlanStage, data, .. Samples(method, window), identity]);

    /// <summary>What encoding a plan gave, with its own key: no stream is kept of a trial.</summary>
    /// <inheritdoc cref="Plan"/>
    public static string Trial(string data, ValueRange window, MethodFacts method, string identity) => Of(
        [TrialStage, data, .. Samples(method, window), identity]);

    public static string Decoded(string point, string stream, ValueRange window) => Of(DecodedStage, point, stream, Text(window));

    public static string Qps(string point, string stream, string mask) => Of(QpStage, point, stream, mask);

    public static string Score(string decoded, string data, string weights, ModelTask task) => Of(ScoreStage, decoded, data, weights, Text(task));

    /// <param name="score">Key of the score.</param>
    /// <param name="point">Key of the coded case.</param>
    /// <param name="method">Its name, which the picture carries.</param>
    /// <param name="name">Of the case.</param>
    /// <param name="parameter">Of the grid.</param>
    /// <param name="prediction">Hash of the prediction on uncompressed slices, which says what slice is shown.</param>
    public static string Picture(string score, string point, string method, string name, double parameter, string prediction) =>
        Of(PictureStage, score, point, method, name, Text(parameter), prediction);

    /// <summary>What scores follow from beside the decoded values: failures while scoring are kept under it.</summary>
    public static string Judge(string weights, ModelTask task) => Of(ScoreStage, weights, Text(task));

    /// <summary>How samples are mapped.</summary>
    private static ImmutableArray<string> Samples(MethodFacts method, ValueRange window) =>
        [method.BitDepth is { } depth ? Text(depth) : "", method.IsWindowed ? Text(window) : ""];

    private static string Of(params ImmutableArray<string> parts)
    {
        // With its length before it no part can pass for two.
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Text(ModelTask task)
    {
        var input = task.Input;
        return FormattableString.Invariant(
            $"{input.Kind} {input.Low:R} {input.High:R} {input.Spacing:R} {input.Slices} {input.SliceSpacing:R} {input.LocalContrast:R}, {task.Network.Kind}, {task.OutputChannels} classes, smallest {task.Output.SmallestComponent}, foreground {string.Join(' ', task.Foreground)}");
    }

    private static string Text(ValueRange range) => FormattableString.Invariant($"{range.Low:R} {range.High:R}");

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
