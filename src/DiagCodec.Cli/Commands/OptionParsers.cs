using System.CommandLine.Parsing;
using System.Globalization;

namespace DiagCodec.Cli.Commands;

/// <summary>Parsers of option values that are more than one number or word.</summary>
internal static class OptionParsers
{
    /// <summary>C/W, as in --window 300/800.</summary>
    public static (double Center, double Width)? Window(ArgumentResult result)
    {
        var parts = result.Tokens[0].Value.Split('/');
        if (parts.Length == 2
            && double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var center)
            && double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var width)
            && double.IsFinite(center)
            && width > 0
            && double.IsFinite(width))
        {
            return (center, width);
        }

        result.AddError($"--window {result.Tokens[0].Value}: expected CENTRE/WIDTH with a width above 0, for example 300/800");
        return null;
    }

    /// <summary>A whole number between two bounds.</summary>
    public static Func<ArgumentResult, int> Number(string option, int low, int high) => result =>
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) && n >= low && n <= high)
        {
            return n;
        }

        result.AddError($"{option} {result.Tokens[0].Value}: expected a whole number of {low} to {high}");
        return low;
    };

    /// <summary>A number; its range is checked with the other options.</summary>
    public static Func<ArgumentResult, double?> Real(string option) => result =>
    {
        if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        result.AddError($"{option} {result.Tokens[0].Value}: expected a number");
        return null;
    };

    /// <summary>A share, 0 to 1.</summary>
    public static Func<ArgumentResult, double> Share(string option) => result =>
    {
        if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
        {
            return share;
        }

        result.AddError($"{option} {result.Tokens[0].Value}: expected a number of 0 to 1");
        return 0;
    };

    /// <summary>LOW-HIGH, as in --harden-qp 22-46.</summary>
    public static Func<ArgumentResult, (int Low, int High)> Range(string option, int lowest, int highest) => result =>
    {
        var parts = result.Tokens[0].Value.Split('-');
        if (parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var low)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var high)
            && low >= lowest
            && low <= high
            && high <= highest)
        {
            return (low, high);
        }

        result.AddError($"{option} {result.Tokens[0].Value}: expected LOW-HIGH with whole numbers of {lowest} to {highest}, for example 22-46");
        return (lowest, highest);
    };

    /// <summary>Whole numbers between two bounds, with blanks or commas between them.</summary>
    public static Func<ArgumentResult, int[]> Numbers(string option, int low, int high) => result =>
    {
        var numbers = new List<int>();
        foreach (var word in result.Tokens.SelectMany(t => t.Value.Split(',')))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < low || n > high)
            {
                result.AddError($"{option} {word}: expected whole numbers of {low} to {high}, for example 22,27,32");
                return [];
            }

            numbers.Add(n);
        }

        return [.. numbers];
    };
}
