using System.Globalization;

namespace DiagCodec.Cli.Output;

/// <summary>Times as people say them.</summary>
internal static class Duration
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(100);

    /// <summary>Seconds up to 100 minutes, then hours and minutes.</summary>
    public static string Words(TimeSpan time) => time < Long
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours):0} h {time.Minutes} min");
}
