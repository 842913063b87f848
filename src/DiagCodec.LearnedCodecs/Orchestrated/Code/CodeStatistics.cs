using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Orchestrated.Code;

/// <summary>
/// How often each channel's bit is set in codes as they are used. Training sees random bits, whose frequencies are not those of signs; a model that is
/// fitted to these writes fewer bytes.
/// </summary>
public sealed class CodeStatistics
{
    private readonly long[] _set;
    private long _cells;

    /// <param name="channels">Of the code.</param>
    public CodeStatistics(int channels) => _set = new long[channels];

    /// <param name="code">channels * cells values, above 0 for set bits.</param>
    public void Add(ReadOnlySpan<float> code)
    {
        var cells = code.Length / _set.Length;
        for (var i = 0; i < code.Length; i++)
        {
            _set[i / cells] += code[i] > 0 ? 1 : 0;
        }

        _cells += cells;
    }

    /// <summary>Sets the probabilities of a model to the frequencies (Krichevsky and Trofimov's: half a bit of each kind is added).</summary>
    public void Fit(BernoulliModel model)
    {
        using var scope = NewDisposeScope();
        using var fixedGraph = no_grad();
        var logits = Array.ConvertAll(_set, set => (float)Math.Log((set + 0.5) / (_cells - set + 0.5)));
        var parameter = model.parameters().Single();
        parameter.copy_(tensor(logits));
    }
}
