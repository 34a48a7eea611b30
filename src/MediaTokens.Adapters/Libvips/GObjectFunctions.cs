using System.Runtime.InteropServices;

namespace MediaTokens.Adapters.Libvips;

/// <summary>GLib's box for a value of any type: its type, and two words that only GLib reads.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GValue
{
    public nuint Type;
    public ulong First;
    public ulong Second;
}

/// <summary>GLib's numbers for its fundamental types (gtype.h, G_TYPE_MAKE_FUNDAMENTAL): a part of its binary interface.</summary>
internal static class GType
{
    public const nuint Boolean = 5 << 2;
    public const nuint Int32 = 6 << 2;
    public const nuint Double = 15 << 2;
    public const nuint String = 16 << 2;
    public const nuint Object = 20 << 2;
}

/// <summary>The functions of GObject that are called: objects, and their properties by name.</summary>
internal sealed unsafe class GObjectFunctions(NativeExports exports)
{
    public readonly delegate* unmanaged<nint, nint> Ref = (delegate* unmanaged<nint, nint>)exports["g_object_ref"];
    public readonly delegate* unmanaged<nint, void> Unref = (delegate* unmanaged<nint, void>)exports["g_object_unref"];
    public readonly delegate* unmanaged<nint, byte*, GValue*, void> SetProperty =
        (delegate* unmanaged<nint, byte*, GValue*, void>)exports["g_object_set_property"];
    public readonly delegate* unmanaged<nint, byte*, GValue*, void> GetProperty =
        (delegate* unmanaged<nint, byte*, GValue*, void>)exports["g_object_get_property"];
    public readonly delegate* unmanaged<GValue*, nuint, GValue*> InitValue =
        (delegate* unmanaged<GValue*, nuint, GValue*>)exports["g_value_init"];
    public readonly delegate* unmanaged<GValue*, void> UnsetValue = (delegate* unmanaged<GValue*, void>)exports["g_value_unset"];
    public readonly delegate* unmanaged<GValue*, int, void> SetBoolean =
        (delegate* unmanaged<GValue*, int, void>)exports["g_value_set_boolean"];
    public readonly delegate* unmanaged<GValue*, int, void> SetInt32 = (delegate* unmanaged<GValue*, int, void>)exports["g_value_set_int"];
    public readonly delegate* unmanaged<GValue*, double, void> SetDouble =
        (delegate* unmanaged<GValue*, double, void>)exports["g_value_set_double"];
    public readonly delegate* unmanaged<GValue*, byte*, void> SetString =
        (delegate* unmanaged<GValue*, byte*, void>)exports["g_value_set_string"];
    public readonly delegate* unmanaged<GValue*, nint, void> SetObject =
        (delegate* unmanaged<GValue*, nint, void>)exports["g_value_set_object"];
    public readonly delegate* unmanaged<GValue*, nint> GetObject = (delegate* unmanaged<GValue*, nint>)exports["g_value_get_object"];
    public readonly delegate* unmanaged<GValue*, nint, void> SetBoxed =
        (delegate* unmanaged<GValue*, nint, void>)exports["g_value_set_boxed"];
    public readonly delegate* unmanaged<GValue*, nint> GetBoxed = (delegate* unmanaged<GValue*, nint>)exports["g_value_get_boxed"];
}
