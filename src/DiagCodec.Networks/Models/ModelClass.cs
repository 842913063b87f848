namespace DiagCodec.Networks.Models;

/// <summary>One class that a network tells apart; class 0, the background, is implied.</summary>
/// <param name="Number">1 to 255; the classes of a task are numbered without gaps. It is the network's output channel.</param>
/// <param name="Name">Short name, unique in the task; also a column of learning curves.</param>
/// <param name="Category">Segmented property category (PS3.3 C.8.20.2).</param>
/// <param name="Type">Segmented property type (PS3.3 C.8.20.2).</param>
/// <param name="Colour">#rrggbb.</param>
public sealed record ModelClass(int Number, string Name, CodedConcept Category, CodedConcept Type, string Colour);
