namespace DiagCodec.LearnedCodecs.Exact;

/// <summary>A layer whose results are the same on every machine and with any number of threads.</summary>
internal interface IExactLayer
{
    ExactMap Apply(ExactMap input, int threads);
}
