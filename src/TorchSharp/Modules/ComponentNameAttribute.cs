namespace TorchSharp;

/// <summary>The name of a field's parameter, buffer or module in the state dictionary, where it is not the field's own.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    public string? Name { get; set; }
}
