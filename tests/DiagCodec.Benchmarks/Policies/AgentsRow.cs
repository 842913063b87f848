namespace DiagCodec.Benchmarks.Policies;

/// <summary>Medians over all runs that count.</summary>
/// <param name="Frames">Of the clip.</param>
/// <param name="Size">Width and height of its slices.</param>
/// <param name="Threads">Of libtorch.</param>
/// <param name="Runs">That count.</param>
/// <param name="Whole">Seconds from slices and masks to the choices of both agents.</param>
/// <param name="States">Seconds of these for what the agents see.</param>
/// <param name="WholeCpu">Processor time of all threads for the whole, which a busy machine disturbs less.</param>
/// <param name="StatesCpu">And for what the agents see.</param>
internal sealed record AgentsRow(int Frames, int Size, int Threads, int Runs, double Whole, double States, double WholeCpu, double StatesCpu);
