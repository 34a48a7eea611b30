namespace MediaTokens.Core.Tests.Requests;

/// <summary>What the vendors answer, in the shapes that their references show.</summary>
internal static class VendorShapes
{
    public const string ChatCompletion = """
        {
          "id": "chatcmpl-B9MHDbslfkBeAs8l4bebGdFOJ6PeG",
          "object": "chat.completion",
          "created": 1741570283,
          "model": "gpt-4o-mini-2024-07-18",
          "choices": [
            {
              "index": 0,
              "message": { "role": "assistant", "content": "A wooden boardwalk through a meadow.", "refusal": null, "annotations": [] },
              "logprobs": null,
              "finish_reason": "stop"
            }
          ],
          "usage": {
            "prompt_tokens": 1118,
            "completion_tokens": 46,
            "total_tokens": 1164,
            "prompt_tokens_details": { "cached_tokens": 0, "audio_tokens": 0 },
            "completion_tokens_details": { "reasoning_tokens": 0, "audio_tokens": 0 }
          },
          "service_tier": "default",
          "system_fingerprint": "fp_fc9f1d7035"
        }
        """;

    public const string ChatRefusal = """
        {
          "id": "chatcmpl-1",
          "object": "chat.completion",
          "model": "gpt-4o-mini-2024-07-18",
          "choices": [
            { "index": 0, "message": { "role": "assistant", "content": null, "refusal": "I'm sorry, I can't help with that." }, "finish_reason": "stop" }
          ],
          "usage": { "prompt_tokens": 100, "completion_tokens": 9, "total_tokens": 109 }
        }
        """;

    public const string Response = """
        {
          "id": "resp_67ccd3a9da748190baa7f1570fe91ac604becb25c45c1d41",
          "object": "response",
          "created_at": 1741476777,
          "status": "completed",
          "error": null,
          "incomplete_details": null,
          "model": "gpt-5.1-2025-11-13",
          "output": [
            { "type": "reasoning", "id": "rs_1", "summary": [{ "type": "summary_text", "text": "Looking." }] },
            {
              "type": "message",
              "id": "msg_1",
              "status": "completed",
              "role": "assistant",
              "content": [
                { "type": "output_text", "text": "A meadow, ", "annotations": [] },
                { "type": "output_text", "text": "and a path.", "annotations": [] }
              ]
            }
          ],
          "usage": {
            "input_tokens": 328,
            "input_tokens_details": { "cached_tokens": 0 },
            "output_tokens": 52,
            "output_tokens_details": { "reasoning_tokens": 12 },
            "total_tokens": 380
          }
        }
        """;

    public const string ResponseCutShort = """
        {
          "id": "resp_2", "object": "response", "status": "incomplete", "error": null, "model": "gpt-5.1",
          "incomplete_details": { "reason": "max_output_tokens" },
          "output": [{ "type": "message", "role": "assistant", "content": [{ "type": "output_text", "text": "A mea" }] }],
          "usage": { "input_tokens": 328, "output_tokens": 16, "total_tokens": 344 }
        }
        """;

    public const string ResponseRefusal = """
        {
          "id": "resp_3", "object": "response", "status": "completed", "error": null, "incomplete_details": null, "model": "gpt-5.1",
          "output": [{ "type": "message", "role": "assistant", "content": [{ "type": "refusal", "refusal": "I can't say who that is." }] }],
          "usage": { "input_tokens": 328, "output_tokens": 16, "total_tokens": 344 }
        }
        """;

    public const string ResponseFailed = """
        {
          "id": "resp_4", "object": "response", "status": "failed", "model": "gpt-5.1", "output": [], "incomplete_details": null,
          "error": { "code": "server_error", "message": "The model failed to generate a response." },
          "usage": null
        }
        """;

    public const string GenerateContent = """
        {
          "candidates": [
            {
              "content": {
                "parts": [
                  { "text": "The user wants to know what it is.", "thought": true },
                  { "text": "Two pictures ", "thoughtSignature": "Eo8BCowB" },
                  { "text": "of a lake." }
                ],
                "role": "model"
              },
              "finishReason": "STOP",
              "index": 0
            }
          ],
          "usageMetadata": {
            "promptTokenCount": 2195,
            "candidatesTokenCount": 42,
            "totalTokenCount": 2537,
            "promptTokensDetails": [
              { "modality": "TEXT", "tokenCount": 6 },
              { "modality": "IMAGE", "tokenCount": 2128 },
              { "modality": "IMAGE", "tokenCount": 61 }
            ],
            "thoughtsTokenCount": 300
          },
          "modelVersion": "gemini-3-pro-preview",
          "responseId": "mAitaLmkHPPlz7IPvtfUqQ4"
        }
        """;

    public const string PromptBlocked = """
        {
          "promptFeedback": { "blockReason": "PROHIBITED_CONTENT", "blockReasonMessage": "The prompt is not allowed." },
          "usageMetadata": { "promptTokenCount": 266, "totalTokenCount": 266, "promptTokensDetails": [{ "modality": "TEXT", "tokenCount": 8 }, { "modality": "IMAGE", "tokenCount": 258 }] },
          "modelVersion": "gemini-2.5-flash",
          "responseId": "b1"
        }
        """;

    public const string CountTokens = """
        {
          "totalTokens": 1126,
          "promptTokensDetails": [
            { "modality": "TEXT", "tokenCount": 6 },
            { "modality": "VIDEO", "tokenCount": 800 },
            { "modality": "AUDIO", "tokenCount": 320 }
          ]
        }
        """;

    public const string OpenAIRateLimit = """
        { "error": { "message": "Rate limit reached for gpt-4o-mini on tokens per min (TPM): Limit 200000, Used 199500. Please try again in 7ms.", "type": "tokens", "param": null, "code": "rate_limit_exceeded" } }
        """;

    public const string OpenAIQuota = """
        { "error": { "message": "You exceeded your current quota, please check your plan and billing details.", "type": "insufficient_quota", "param": null, "code": "insufficient_quota" } }
        """;

    public const string OpenAIServerError = """
        { "error": { "message": "The server had an error while processing your request. Sorry about that!", "type": "server_error", "param": null, "code": null } }
        """;

    public const string OpenAIBadImage = """
        { "error": { "message": "You uploaded an unsupported image. Please make sure your image has of one the following formats: ['png', 'jpeg', 'gif', 'webp'].", "type": "invalid_request_error", "param": null, "code": "invalid_image_format" } }
        """;

    public const string GeminiBadKey = """
        {
          "error": {
            "code": 400,
            "message": "API key not valid. Please pass a valid API key.",
            "status": "INVALID_ARGUMENT",
            "details": [
              { "@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID", "domain": "googleapis.com", "metadata": { "service": "generativelanguage.googleapis.com" } }
            ]
          }
        }
        """;

    public const string GeminiRateLimit = """
        [{
          "error": {
            "code": 429,
            "message": "You exceeded your current quota. Please retry in 34.074824224s.",
            "status": "RESOURCE_EXHAUSTED",
            "details": [
              { "@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": [{ "quotaId": "GenerateRequestsPerMinutePerProjectPerModel-FreeTier" }] },
              { "@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "34.5s" }
            ]
          }
        }]
        """;

    /// <summary>OpenAI quotes the beginning and the end of a key that it does not know.</summary>
    public static string OpenAIBadKey(string quoted) => $$"""
        { "error": { "message": "Incorrect API key provided: {{quoted}}. You can find your API key at https://platform.openai.com/account/api-keys.", "type": "invalid_request_error", "param": null, "code": "invalid_api_key" } }
        """;
}
