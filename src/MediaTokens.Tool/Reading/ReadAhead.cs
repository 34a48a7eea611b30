using MediaTokens.Tool.Inputs;

namespace MediaTokens.Tool.Reading;

/// <summary>
/// Reads the inputs on several threads, and hands what comes of them to an output in the order of the inputs. How far it reads
/// ahead is bounded; an input that must be waited for holds back none that came before it.
/// </summary>
/// <param name="reader">Reads an input.</param>
/// <param name="output">Takes what comes of them.</param>
/// <param name="rowsPerInput">How many rows an input comes to; a batch has fewer inputs the more there are.</param>
/// <param name="cancellationToken">Ends every wait.</param>
internal sealed class ReadAhead(ItemReader reader, BatchOutput output, int rowsPerInput, CancellationToken cancellationToken)
{
    private const int RowsPerBatch = 64;
    private const int BatchesPerWorker = 4;
    private const int PatienceMilliseconds = 100;

    private readonly int _inputsPerBatch = Math.Max(1, RowsPerBatch / rowsPerInput);

    /// <summary>Reads all inputs.</summary>
    /// <param name="inputs">The inputs; null before one that must be waited for.</param>
    /// <returns>The number of failures.</returns>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public long Run(IEnumerable<MediaInput?> inputs)
    {
        int workers = Math.Max(2, Environment.ProcessorCount);
        using BatchQueue queue = new(workers * BatchesPerWorker, cancellationToken);
        queue.Start();
        Start("inputs", () => Fill(queue, inputs), queue);
        for (int i = 0; i < workers; i++)
        {
            Start("reader", () => Work(queue), queue);
        }

        return Write(queue);
    }

    private static void Start(string name, Action action, BatchQueue queue)
    {
        void Run()
        {
            try
            {
                action();
            }
            catch (OperationCanceledException)
            {
                // The thread that writes ends in the same way.
            }
            catch (Exception exception)
            {
                queue.Complete(exception);
            }
        }

        new Thread(Run) { Name = name, IsBackground = true }.Start();
    }

    private void Fill(BatchQueue queue, IEnumerable<MediaInput?> inputs)
    {
        Batch batch = queue.Rent();
        foreach (MediaInput? input in inputs)
        {
            if (input is not null)
            {
                batch.Inputs.Add(input);
            }

            // A link takes longer than a batch of files.
            if (batch.Inputs.Count == _inputsPerBatch || (input is null or LinkInput && batch.Inputs.Count > 0))
            {
                queue.Add(batch);
                batch = queue.Rent();
            }
        }

        queue.Add(batch);
        queue.Complete(failure: null);
    }

    private void Work(BatchQueue queue)
    {
        BatchWork work = output.CreateWork();
        while (queue.TakeWork() is Batch batch)
        {
            foreach (MediaInput input in batch.Inputs)
            {
                Read(input, batch, work);
            }

            queue.MarkDone(batch);
        }
    }

    private void Read(MediaInput input, Batch batch, BatchWork work)
    {
        try
        {
            work.Add(batch, input, input.Read(reader));
        }
        catch (MediaException exception)
        {
            if (!input.IsLeftOut(exception, imagesOnly: false))
            {
                batch.Failures.Add(new(work.Length(batch), input.Shown, exception));
            }
        }
    }

    private long Write(BatchQueue queue)
    {
        long failures = 0;
        while (queue.TakeDone(PatienceMilliseconds, output.Flush) is Batch batch)
        {
            output.Write(batch);
            failures += batch.Failures.Count;
            queue.Return(batch);
        }

        output.Complete(failures);
        return failures;
    }
}
