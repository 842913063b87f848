namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>Lets one worker at a time make the result of a key; the others find it afterwards.</summary>
internal sealed class KeyGates
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Gate> _gates = new(StringComparer.Ordinal);

    /// <returns>To be disposed of when the result is there.</returns>
    public async Task<IDisposable> EnterAsync(string key, CancellationToken cancellation)
    {
        Gate? gate;
        lock (_lock)
        {
            if (!_gates.TryGetValue(key, out gate))
            {
                _gates.Add(key, gate = new Gate(this, key));
            }

            gate.Users++;
        }

        try
        {
            await gate.Turn.WaitAsync(cancellation);
            return gate;
        }
        catch
        {
            Leave(gate);
            throw;
        }
    }

    private void Leave(Gate gate)
    {
        lock (_lock)
        {
            if (--gate.Users == 0)
            {
                _gates.Remove(gate.Key);
                gate.Turn.Dispose();
            }
        }
    }

    private sealed class Gate(KeyGates gates, string key) : IDisposable
    {
        public string Key => key;

        public SemaphoreSlim Turn { get; } = new(1);

        public int Users { get; set; }

        public void Dispose()
        {
            Turn.Release();
            gates.Leave(this);
        }
    }
}
