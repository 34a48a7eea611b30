using System.Runtime.InteropServices;

namespace MediaTokens.Adapters.Libvips;

/// <summary>VipsInterpretation: what the channels of an image mean.</summary>
internal enum VipsInterpretation
{
    Grey = 1,
    Cmyk = 15,
    Srgb = 22,
    Rgb16 = 25,
    Grey16 = 26,
}

/// <summary>VipsBandFormat: how a channel's value is stored.</summary>
internal enum VipsBandFormat
{
    UInt8 = 0,
    UInt16 = 2,
    Single = 6,
}

/// <summary>VipsFailOn: the least damage that ends a decode.</summary>
internal enum VipsFailOn
{
    None = 0,
    Truncated = 1,
    Error = 2,
    Warning = 3,
}

/// <summary>VipsRect: a part of an image, in pixels.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct VipsRectangle(int Left, int Top, int Width, int Height);
