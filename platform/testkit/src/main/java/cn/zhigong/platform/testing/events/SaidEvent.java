package cn.zhigong.platform.testing.events;

import cn.zhigong.platform.event.DomainEvent;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * An event that the service publishes.
 *
 * @param example made of its approved body
 * @param body the approved one
 */
public record SaidEvent(DomainEvent example, JsonNode body) {}
