using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DiagCodec.Networks.Models;

namespace DiagCodec.Segmentation.Train;

/// <summary>SHA-256 of all that decides a training: network, input, options and data.</summary>
internal static class PlanHash
{
    public static string Of(ModelTask task, TrainingOptions options, string data)
    {
        var text = JsonSerializer.Serialize(new { task.Input, task.Network, Classes = task.Classes.Length, Options = options, Data = data });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
