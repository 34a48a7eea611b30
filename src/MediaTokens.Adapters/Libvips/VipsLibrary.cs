using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MediaTokens.Adapters.Libvips;

/// <summary>libvips, loaded and started.</summary>
/// <remarks>
/// No function with a variable number of arguments is called, since how one is called differs from system to system:
/// operations are made by name, and their arguments are GObject properties.
/// </remarks>
internal sealed unsafe class VipsLibrary
{
    // The option fail_on came with 8.12.
    private static readonly Version Oldest = new(8, 12);

    // G_LOG_LEVEL_MASK, which has every level, but not the two lowest bits: fatal and recursive.
    private const int AllLogLevels = ~3;

    private VipsLibrary(NativeExports exports, Version version)
    {
        Functions = new VipsFunctions(exports);
        GObject = new GObjectFunctions(exports);
        BlobType = ((delegate* unmanaged<nuint>)exports["vips_blob_get_type"])();
        DoublesType = ((delegate* unmanaged<nuint>)exports["vips_array_double_get_type"])();
        Version = version;
    }

    public VipsFunctions Functions { get; }

    public GObjectFunctions GObject { get; }

    public Version Version { get; }

    /// <summary>The GType of a VipsBlob.</summary>
    public nuint BlobType { get; }

    /// <summary>The GType of a VipsArrayDouble.</summary>
    public nuint DoublesType { get; }

    /// <summary>Loads and starts libvips. Doing so again changes nothing.</summary>
    /// <param name="reason">Why it cannot be used, and what to do about it; null when it can.</param>
    public static VipsLibrary? Start(out string? reason)
    {
        try
        {
            if (NativeExports.LoadVips() is not { } exports)
            {
                reason = "The shared library is not on this machine: " + HowToInstall();
                return null;
            }

            var version = (delegate* unmanaged<int, int>)exports["vips_version"];
            Version found = new(version(0), version(1), version(2));
            if (found < Oldest)
            {
                reason = $"It is version {found}, and {Oldest} is the oldest that will do: update it.";
                return null;
            }

            Silence(exports);
            if (!TryInitialize(exports))
            {
                reason = $"Version {found} does not start: install it anew.";
                return null;
            }

            reason = null;
            return new VipsLibrary(exports, found);
        }
        catch (EntryPointNotFoundException exception)
        {
            reason = $"It has no function {exception.Message}, or its GLib is missing: install it anew.";
            return null;
        }
    }

    /// <summary>Whether there is an operation of that name: a build may lack the library behind a loader.</summary>
    /// <param name="operation">ASCII, ended by a zero, as every UTF-8 literal is.</param>
    public bool Has(ReadOnlySpan<byte> operation)
    {
        fixed (byte* parent = "VipsOperation"u8, name = operation)
        {
            return Functions.FindType(parent, name) != 0;
        }
    }

    /// <summary>What went wrong since the last call; the lines of all threads are in one buffer.</summary>
    public string TakeErrors()
    {
        byte* text = Functions.TakeErrors();
        try
        {
            return Marshal.PtrToStringUTF8((nint)text) ?? "";
        }
        finally
        {
            Functions.Free(text);
        }
    }

    // Without a handler GLib prints libvips's warnings of damaged files on the terminal.
    private static void Silence(NativeExports exports)
    {
        var setHandler = (delegate* unmanaged<byte*, int, nint, nint, uint>)exports["g_log_set_handler"];
        delegate* unmanaged[Cdecl]<byte*, int, byte*, nint, void> ignore = &Ignore;
        fixed (byte* domain = "VIPS"u8)
        {
            _ = setHandler(domain, AllLogLevels, (nint)ignore, 0);
        }
    }

    // Every image comes once, so that a cache of operations would only hold memory;
    // and as many images are at work as the processor has threads, so that one thread for each will do.
    private static bool TryInitialize(NativeExports exports)
    {
        fixed (byte* name = "MediaTokens"u8)
        {
            if (((delegate* unmanaged<byte*, int>)exports["vips_init"])(name) != 0)
            {
                return false;
            }
        }

        ((delegate* unmanaged<int, void>)exports["vips_cache_set_max"])(0);
        ((delegate* unmanaged<int, void>)exports["vips_concurrency_set"])(1);
        return true;
    }

    private static string HowToInstall() => OperatingSystem.IsWindows()
        ? "put the folder 'bin' of the libvips build for Windows on the PATH."
        : OperatingSystem.IsMacOS() ? "'brew install vips'." : "'apt install libvips42', or the package 'vips' of your distribution.";

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Ignore(byte* domain, int level, byte* message, nint data)
    {
    }
}
