/** Huawei Cloud Live ({@code /v1/{project_id}/record/callbacks}): its recording callbacks, and what its SDKs ask of IAM. */
@NullMarked
package io.curtaincall.dialects.huawei;

import org.jspecify.annotations.NullMarked;
