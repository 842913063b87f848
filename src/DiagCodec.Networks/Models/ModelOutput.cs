namespace DiagCodec.Networks.Models;

/// <summary>What is done with a network's classes before they are a prediction.</summary>
/// <param name="SmallestComponent">Connected foreground of fewer pixels, counted on the network's grid, is taken for background; 0 keeps all.</param>
public sealed record ModelOutput(int SmallestComponent);
