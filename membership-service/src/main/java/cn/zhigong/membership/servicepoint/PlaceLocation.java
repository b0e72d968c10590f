package cn.zhigong.membership.servicepoint;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;

/**
 * Where a place stands, in degrees of WGS 84: what satellite receivers and browsers give. Maps that draw in GCJ-02
 * convert when they draw. The bounds are a box around the city and its islands.
 */
record PlaceLocation(
        @NotNull @DecimalMin(value = "120.80", message = "OUTSIDE_THE_CITY") @DecimalMax(value = "122.30", message = "OUTSIDE_THE_CITY") Double longitude,

        @NotNull @DecimalMin(value = "30.65", message = "OUTSIDE_THE_CITY") @DecimalMax(value = "31.90", message = "OUTSIDE_THE_CITY") Double latitude) {}
