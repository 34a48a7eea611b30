namespace MediaTokens.Adapters.Libvips;

/// <summary>The functions of libvips that are called: operations by name, images, and what is known of an image.</summary>
internal sealed unsafe class VipsFunctions(NativeExports exports)
{
    public readonly delegate* unmanaged<byte*, nint> NewOperation = (delegate* unmanaged<byte*, nint>)exports["vips_operation_new"];
    public readonly delegate* unmanaged<nint, int> Build = (delegate* unmanaged<nint, int>)exports["vips_object_build"];
    public readonly delegate* unmanaged<nint, void> UnrefOutputs = (delegate* unmanaged<nint, void>)exports["vips_object_unref_outputs"];
    public readonly delegate* unmanaged<nint, void*, nuint, nint> NewBlob =
        (delegate* unmanaged<nint, void*, nuint, nint>)exports["vips_blob_new"];
    public readonly delegate* unmanaged<nint, nuint*, byte*> GetBlob = (delegate* unmanaged<nint, nuint*, byte*>)exports["vips_blob_get"];
    public readonly delegate* unmanaged<double*, int, nint> NewDoubles =
        (delegate* unmanaged<double*, int, nint>)exports["vips_array_double_new"];
    public readonly delegate* unmanaged<nint, void> UnrefArea = (delegate* unmanaged<nint, void>)exports["vips_area_unref"];
    public readonly delegate* unmanaged<nint, int> Width = (delegate* unmanaged<nint, int>)exports["vips_image_get_width"];
    public readonly delegate* unmanaged<nint, int> Height = (delegate* unmanaged<nint, int>)exports["vips_image_get_height"];
    public readonly delegate* unmanaged<nint, int> Bands = (delegate* unmanaged<nint, int>)exports["vips_image_get_bands"];
    public readonly delegate* unmanaged<nint, int> Format = (delegate* unmanaged<nint, int>)exports["vips_image_get_format"];
    public readonly delegate* unmanaged<nint, int> Interpretation =
        (delegate* unmanaged<nint, int>)exports["vips_image_guess_interpretation"];
    public readonly delegate* unmanaged<nint, int> HasAlpha = (delegate* unmanaged<nint, int>)exports["vips_image_hasalpha"];
    public readonly delegate* unmanaged<nint, byte*> Data = (delegate* unmanaged<nint, byte*>)exports["vips_image_get_data"];
    public readonly delegate* unmanaged<nint, nint> CopyMemory = (delegate* unmanaged<nint, nint>)exports["vips_image_copy_memory"];
    public readonly delegate* unmanaged<nint, nint> NewRegion = (delegate* unmanaged<nint, nint>)exports["vips_region_new"];
    public readonly delegate* unmanaged<nint, VipsRectangle*, int> PrepareRegion =
        (delegate* unmanaged<nint, VipsRectangle*, int>)exports["vips_region_prepare"];
    public readonly delegate* unmanaged<nint, int, void> SetKill = (delegate* unmanaged<nint, int, void>)exports["vips_image_set_kill"];
    public readonly delegate* unmanaged<nint, byte*, nuint> TypeOfField =
        (delegate* unmanaged<nint, byte*, nuint>)exports["vips_image_get_typeof"];
    public readonly delegate* unmanaged<nint, byte*, int> RemoveField = (delegate* unmanaged<nint, byte*, int>)exports["vips_image_remove"];
    public readonly delegate* unmanaged<nint, byte*, int, void> SetInt32Field =
        (delegate* unmanaged<nint, byte*, int, void>)exports["vips_image_set_int"];
    public readonly delegate* unmanaged<nint, byte*, byte*, nuint, void> SetBlobField =
        (delegate* unmanaged<nint, byte*, byte*, nuint, void>)exports["vips_image_set_blob_copy"];
    public readonly delegate* unmanaged<byte*> TakeErrors = (delegate* unmanaged<byte*>)exports["vips_error_buffer_copy"];
    public readonly delegate* unmanaged<void*, void> Free = (delegate* unmanaged<void*, void>)exports["g_free"];
    public readonly delegate* unmanaged<byte*, byte*, nuint> FindType = (delegate* unmanaged<byte*, byte*, nuint>)exports["vips_type_find"];
}
